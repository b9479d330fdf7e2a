using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Functions.Jobs;
using ArgaliConcessions.Functions.Wording;
using NodaTime;

namespace ArgaliConcessions.Functions.Tests.Jobs;

/// <summary>What a job tells whoever asked for it.</summary>
public sealed class JobAnswerTests
{
    private static readonly Texts English = Texts.For(Language.English);

    [Fact]
    public void Of_FinishedImport_ListsWhatItDidAndWhatVanished()
    {
        const string result = """{"added":1,"changed":2,"unchanged":3,"vanishedCount":1,"vanished":[{"permit":"TJ-2014-NOR-00001-Y","paper":"AB-1"}]}""";
        var answer = JobAnswer.Of(Job(ImportJobs.Permits, JobState.Done) with { Result = result }, English);
        Assert.Equal((1, 2, 3), (answer.Changes!.Added, answer.Changes.Changed, answer.Changes.Unchanged));
        Assert.Equal("AB-1", Assert.Single(answer.Changes.Vanished).Paper);
        Assert.Null(answer.Faults);
    }

    [Fact]
    public void Of_RefusedImport_SaysWhatIsWrongWithTheList()
    {
        var error = new JobError("import-faults", """[{"line":3,"column":"taxon","code":"unknown-taxon","value":"wolf"}]""");
        var answer = JobAnswer.Of(Job(ImportJobs.Harvests, JobState.Failed) with { Error = error }, English);
        Assert.Equal((3, "taxon", "list-unknown-taxon", "The authority has no taxon wolf."), Told(Assert.Single(answer.Faults!)));
        Assert.Null(answer.Changes);
    }

    [Fact]
    public void Of_OtherWork_HasNeither()
    {
        var answer = JobAnswer.Of(Job("sweep", JobState.Done) with { Result = "{}" }, English);
        Assert.Equal((null, null), (answer.Changes, answer.Faults));
    }

    private static (int, string?, string, string) Told(Functions.Imports.ListFaultView fault) => (fault.Line, fault.Column, fault.Code, fault.Detail);

    private static JobRecord Job(string kind, JobState state) => new(
        "j1", kind, state, Instant.FromUtc(2015, 10, 1, 0, 0), "authority", null, null, null, new JobProgress(1, 1), null, null, 1, 1, null);
}
