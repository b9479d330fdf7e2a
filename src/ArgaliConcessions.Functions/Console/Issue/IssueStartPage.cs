using ArgaliConcessions.Application.Concessions;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Console.Forms;
using ArgaliConcessions.Functions.Pages;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Console.Issue;

/// <summary>Asks for concession and hunting year, on which it depends what the permit's form offers.</summary>
internal static class IssueStartPage
{
    /// <param name="concession">Chosen already; null while none is.</param>
    public static IResult Render(Visit visit, IEnumerable<ConcessionStanding> concessions, IReadOnlyList<HuntingYear> years, HuntingYear? current, string? concession)
    {
        var which = new Field(IssueField.Concession, visit.Say("issue.concession")) { Value = concession };
        var when = new Field(IssueField.Year, visit.Say("issue.year")) { Value = current?.Id };
        var fields = Markup.Of(
            $"""
            {which.Select(concessions.Select(c => (c.Id, $"{c.Terms.Code} · {NamesText.Of(c.Terms.Names, visit.Texts)}")))}
            {when.Select(years.Select(y => (y.Id, y.Label)))}
            """);
        return visit.Page(visit.Say("issue.title"), IssueFunctions.Route, QueryForm.Render(visit, IssueFunctions.Route, fields, visit.Say("issue.on")));
    }
}
