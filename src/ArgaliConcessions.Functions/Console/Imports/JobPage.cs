using System.Collections.Immutable;
using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Functions.Console.Forms;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Imports;
using ArgaliConcessions.Functions.Pages;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Console.Imports;

/// <summary>A job while it is worked at, and its end.</summary>
internal static class JobPage
{
    public static IResult Render(Visit visit, JobRecord job) => visit.Page(visit.Say("job.title"), ImportFunctions.Route, Markup.Of(
        $"""
        {(job.State switch { JobState.Done => Done(visit, job), JobState.Failed => Failed(visit, job), _ => Progress.Render(visit, job) })}
        <p>{visit.Link(visit.Say("imports.more"), ImportFunctions.Route)}</p>
        """));

    private static Markup Done(Visit visit, JobRecord job)
    {
        var counts = ImportJobs.ResultOf(job);
        return Markup.Of($"{Notice.Done(visit.Say("imports.done"))}{ImportPages.Body(visit, new ImportTrial(true, ListImport.Labelled(visit, ListImport.CountsOf(visit, counts)), 0, [], ListImport.Gone(visit, counts)))}");
    }

    private static Markup Failed(Visit visit, JobRecord job)
    {
        ImmutableArray<ImportFault> faults = [.. (ImportJobs.FaultsOf(job) ?? []).Select(f => ListImport.FaultOf(visit, ListFaultView.Of(f, visit.Texts)))];
        return Markup.Of(
            $"""
            <div class="errors" role="alert" tabindex="-1" autofocus><h2>{visit.Say("job.failed")}</h2><p>{visit.Say("job.failed.code", ("code", job.Error?.Code))}</p></div>
            {ImportPages.Body(visit, new ImportTrial(false, [], faults.Length, faults, []))}
            """);
    }
}
