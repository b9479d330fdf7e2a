using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Functions.Console.Permits;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Pages;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Console.Issue;

/// <summary>The permit was issued, and while that was done the law moved against it: the clerk must know before he hands it out.</summary>
internal static class OvertakenPage
{
    public static IResult Render(Visit visit, PermitAnswer answer) => visit.Page(visit.Say("issue.overtaken"), null, Markup.Of(
        $"""
        <div class="errors" role="alert" tabindex="-1" autofocus><h2>{visit.Say("issue.overtaken.why")}</h2>
        <ul>{answer.LawChanged.Select(r => Markup.Of($"<li>{ReasonText.Of(r, visit.Texts)}</li>"))}</ul></div>
        <p>{visit.Link(answer.Permit.Number, $"{PermitFunctions.Route}/{answer.Permit.Number}")}</p>
        """));
}
