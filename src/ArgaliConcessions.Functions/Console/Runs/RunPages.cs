using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Functions.Console.Findings;
using ArgaliConcessions.Functions.Console.Forms;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Pages;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Console.Runs;

/// <summary>When the register was last checked, and a check now.</summary>
internal static class RunPages
{
    /// <param name="latest">The last complete run; null while there is none.</param>
    /// <param name="newest">The last that began.</param>
    public static IResult Start(Visit visit, Run? latest, Run? newest) => visit.Page(visit.Say("runs.title"), RunFunctions.Route, Markup.Of(
        $"""
        <p>{visit.Say("runs.intro")}</p>
        {(latest is null ? Markup.Of($"<p>{visit.Say("runs.none")}</p>") : Markup.Of($"<h2>{visit.Say("runs.latest", ("at", latest.FinishedAt))}</h2>{Totals(visit, latest)}{Report(visit, latest)}"))}
        {Markup.When(newest is not null && newest.Id != latest?.Id, () => Markup.Of($"<p>{visit.Link(visit.Say("runs.newest", ("state", newest!.State), ("at", newest.RequestedAt)), $"{RunFunctions.Route}/{newest.Id}")}</p>"))}
        {Markup.When(visit.May(Access.Authority), () => visit.Form(RunFunctions.Route, Markup.Of($"<h2>{visit.Say("runs.now")}</h2><p>{visit.Say("runs.now.note")}</p><button>{visit.Say("runs.start")}</button>")))}
        """));

    /// <param name="job">Of a run that is not done; null where it is.</param>
    public static IResult Of(Visit visit, Run run, JobRecord? job) => visit.Page(visit.Say("runs.one", ("at", run.RequestedAt)), RunFunctions.Route, Markup.Of(
        $"""
        {(run.State switch
        {
            RunState.Complete => Markup.Of($"{Notice.Done(visit.Say("runs.complete"))}{Totals(visit, run)}{Report(visit, run)}"),
            RunState.Failed => Markup.Of($"<div class=\"errors\" role=\"alert\" tabindex=\"-1\" autofocus><h2>{visit.Say("runs.failed")}</h2><p>{visit.Say("job.failed.code", ("code", run.Fault))}</p></div>"),
            _ => Progress.Render(visit, job),
        })}
        <p>{visit.Link(visit.Say("runs.all"), RunFunctions.Route)}</p>
        """));

    private static Markup Totals(Visit visit, Run run) => Markup.When(run.Totals is not null && visit.May(Access.AuditorOrAuthority), () => Markup.Of(
        $"<p>{visit.Say("runs.totals", ("judged", run.Totals!.Judged), ("flagged", run.Totals.Flagged), ("standing", run.Totals.Standing), ("new", run.Totals.Changes.New), ("resolved", run.Totals.Changes.Resolved))}</p>"));

    private static Markup Report(Visit visit, Run run) => Markup.When(visit.May(Access.AuditorOrAuthority), () => Markup.Of(
        $"""
        <p class="actions"><a class="button" href="{visit.At($"{ReportFunctions.Route}/{run.Id}")}">{visit.Say("runs.report")}</a> <a class="button second" href="{visit.At(FindingFunctions.Route)}">{visit.Say("runs.findings")}</a></p>
        """));
}
