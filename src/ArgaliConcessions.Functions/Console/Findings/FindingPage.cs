using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Functions.Console.Forms;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Pages;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Console.Findings;

/// <summary>One finding, and what may be decided about it.</summary>
internal static class FindingPage
{
    public const string ReasonField = "reason";

    /// <summary>The field of the button that was pressed: what the finding shall become.</summary>
    public const string StatusField = "status";

    /// <param name="reason">What was written and not taken.</param>
    /// <param name="faults">What is wrong, with the field where there is one.</param>
    /// <param name="decided">Whether it was decided just now.</param>
    public static IResult Render(
        Visit visit, FindingView view, string? reason, IReadOnlyList<(string? Field, string Text)> faults, bool decided, int status = StatusCodes.Status200OK) => visit.Page(
        visit.Say("finding.title", ("id", view.Finding.Id)), FindingFunctions.Route, Markup.Of(
            $"""
            {ErrorSummary.Render(visit, [.. faults.Select(f => (f.Field, f.Field is null ? f.Text : $"{visit.Say($"finding.{f.Field}")}: {f.Text}"))])}
            {Markup.When(decided, () => Notice.Done(visit.Say("finding.decided", ("status", view.Finding.Status))))}
            <p>{visit.Link(visit.Say("finding.back"), FindingFunctions.Route)}</p>
            {FindingCard.Render(visit, view, linked: false)}
            {Markup.When(visit.May(Access.Authority) && view.Finding.Status != FindingStatus.Resolved, () => Decide(visit, view.Finding, reason, faults))}
            """), status, FindingCard.Styles);

    private static Markup Decide(Visit visit, Finding finding, string? reason, IReadOnlyList<(string? Field, string Text)> faults)
    {
        var field = new Field(ReasonField, visit.Say("finding.reason"))
        {
            Value = reason, Hint = visit.Say("finding.reason.hint"), Errors = [.. faults.Where(f => f.Field == ReasonField).Select(f => f.Text)],
            Attributes = new Markup(" aria-required=\"true\""),
        };
        return visit.Form($"{FindingFunctions.Route}/{finding.Id}", Markup.Of(
            $"""
            <h2>{visit.Say("finding.decide")}</h2>
            {field.TextArea()}
            <p class="actions">{Button(visit, finding, FindingStatus.Acknowledged, "second")} {Button(visit, finding, FindingStatus.Waived, "second")} {Button(visit, finding, FindingStatus.Resolved, "second")}</p>
            <p class="hint">{visit.Say("finding.decide.note")}</p>
            """));
    }

    /// <summary>What it is already it cannot become.</summary>
    private static Markup Button(Visit visit, Finding finding, FindingStatus status, string look) => Markup.When(finding.Status != status, () => Markup.Of(
        $"<button class=\"{look}\" name=\"{StatusField}\" value=\"{Json.Camel(status.ToString())}\">{visit.Say($"finding.to.{Json.Camel(status.ToString())}")}</button>"));
}
