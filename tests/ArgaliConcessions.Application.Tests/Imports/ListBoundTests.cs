namespace ArgaliConcessions.Application.Tests.Imports;

public sealed class ListBoundTests
{
    private const string Header = "concession,code,nameEn,region,tenureFrom,holder,holderEn,holderFrom\n";

    [Theory]
    [InlineData(501, 1, "0  too-long-for-one-request")]
    [InlineData(1, 2_001, "0  too-long-for-one-request")]
    [InlineData(1, 101, "102 holder too-many-values")]
    public async Task Try_ListOfTooMany_IsRefusedBeforeItIsJudged(int things, int rows, string fault)
    {
        using var lists = await RegistryLists.OpenAsync();
        var list = Header + string.Concat(from thing in Enumerable.Range(1, things) from row in Enumerable.Range(1, rows)
            select FormattableString.Invariant($"c-{thing},C{thing},Name,gbao,2009-01-01,h-{row},Holder,2009-01-01\n"));

        Assert.Equal([fault], RegistryLists.Faults(await lists.TryAsync("concessions", list)));
    }

    [Fact]
    public async Task Import_FiveHundred_AreRecorded()
    {
        using var lists = await RegistryLists.OpenAsync();
        var list = Header + string.Concat(Enumerable.Range(1, 500).Select(n => FormattableString.Invariant($"c-{n},C{n},Name,gbao,2009-01-01,h,Holder,2009-01-01\n")));

        var answer = await lists.ImportAsync("concessions", list);

        Assert.Equal(500, answer.Preview.Counts!.Added);
        Assert.Equal("C500", (await lists.ConcessionAsync("c-500"))!.Code);
    }

    [Fact]
    public async Task Import_StoreThatTakesTooLong_IsBusyAndGoesOnWhenSentAgain()
    {
        using var lists = await RegistryLists.OpenAsync();
        var list = Header + string.Concat(Enumerable.Range(1, 5).Select(n => FormattableString.Invariant($"c-{n},C{n},Name,gbao,2009-01-01,h,Holder,2009-01-01\n")));
        lists.Register.Store.BeforeCommit = partition =>
        {
            if (partition == "concession/c-3") lists.Register.Time.Advance(TimeSpan.FromMinutes(3));
            return Task.CompletedTask;
        };

        var refused = Assert.IsType<Outcome<Application.Imports.ImportAnswer>.Refused>(await lists.RunAsync("concessions", list, key: "k"));
        Assert.Equal(RefusalKind.Busy, refused.Refusal.Kind);
        Assert.Null(await lists.ConcessionAsync("c-4"));

        var done = Assert.IsType<Outcome<Application.Imports.ImportAnswer>.Done>(await lists.RunAsync("concessions", list, key: "k"));
        Assert.Equal((2, 3), (done.Value.Preview.Counts!.Added, done.Value.Preview.Counts.Unchanged));
    }

    [Fact]
    public async Task Import_ManyLongHeaders_AreAnsweredShort()
    {
        using var lists = await RegistryLists.OpenAsync();
        var junk = string.Join(',', Enumerable.Range(1, 200).Select(n => new string('x', 200) + FormattableString.Invariant($"{n}")));

        var answer = await lists.ImportAsync("concessions", Header.TrimEnd() + "," + junk + "\nc-1,C1,Name,gbao,2009-01-01,h,Holder,2009-01-01\n");

        Assert.Equal(1, answer.Preview.Counts!.Added);
        Assert.Equal((100, 100), (answer.Preview.IgnoredColumns.Length, answer.Preview.IgnoredColumns.Max(c => c.Length)));
    }
}
