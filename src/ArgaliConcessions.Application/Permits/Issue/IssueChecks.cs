using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Compliance.Rules;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Issue;

/// <summary>What a clerk checks before a permit goes out: the rules of the sweep, and what only the register itself can tell.</summary>
internal static class IssueChecks
{
    /// <summary>Every reason against the permit; empty when it may be issued.</summary>
    /// <param name="kept">Animals that its reservation keeps for it.</param>
    /// <param name="bearers">Other permits with its paper number or tag.</param>
    /// <param name="document">The whole number of the hunter's document.</param>
    public static IReadOnlyList<Reason> Of(
        Permit permit, LineState line, int kept, LawReading law, LocalDate today, Bearers bearers, string? document = null) =>
        [.. OfRegister(permit, line, kept, law), .. Reasons(Judge(permit, line, law, today, bearers, document))];

    /// <summary>What the law says to the permit.</summary>
    public static IssueRuling Judge(Permit permit, LineState? line, LawReading law, LocalDate today, Bearers bearers, string? document = null) => IssueRuling.Judge(new PermitCase
    {
        Permit = permit,
        Law = law.Book,
        Line = line?.Revisions,
        Today = today,
        Knowledge = LawKnowledge.Everything,
        SamePaper = bearers.OfPaper,
        SameTag = bearers.OfTag,
        DocumentNumber = document,
        TagStanding = bearers.Standing,
    });

    /// <summary>A ruling in the words of a refusal.</summary>
    public static IEnumerable<Reason> Reasons(IssueRuling ruling) =>
        ruling.Broken.Select(Reason).Concat(ruling.Missing.Select(m => Application.Reason.Of("cannot-be-judged", PointerOf(m.Rule.Code, null), ("rule", m.Rule.Code), ("missing", m.Missing))));

    /// <summary>What the law flags and the authority's settings let pass: no reason against the permit, but a clerk should know.</summary>
    public static IEnumerable<Reason> Noted(IssueRuling ruling) => ruling.Noted.Select(Reason);

    private static Reason Reason(BrokenRule broken) =>
        new(broken.Rule.Code, broken.Answer.Evidence, PointerOf(broken.Rule.Code, broken.Answer.Evidence), broken.Answer.Laws.FirstOrDefault());

    /// <summary>Nothing is issued or amended in a year that is settled.</summary>
    public static IEnumerable<Reason> OfYear(Permit permit, LawReading law)
    {
        var year = law.Book.National.Years.GetValueOrDefault(permit.Year)?.Latest.Value;
        if (year is { Sealed: true }) yield return Application.Reason.Of("year-sealed", "/year", ("year", year.Label));
    }

    private static IEnumerable<Reason> OfRegister(Permit permit, LineState line, int kept, LawReading law)
    {
        foreach (var reason in OfYear(permit, law)) yield return reason;
        if (permit.Serial > LedgerRows.MaxSerial) yield return Application.Reason.Of("ledger-full", "/year", ("max", LedgerRows.MaxSerial));
        var room = line.Standing.Remaining(line.Latest.Revision.Value.Animals) + kept;
        if (room < permit.Animals) yield return LineReasons.Full(permit.Concession, permit.Year, line, room, permit.Animals, "/line");
    }

    /// <summary>The field of the request that a clerk would change; null where it is none of them.</summary>
    private static string? PointerOf(string code, Evidence? evidence) => code switch
    {
        OutOfSeason.Code or UnderMoratorium.Code => "/ranges",
        FeeNotPaid.Code => "/feePaidOn",
        ZoneNotOfConcession.Code => "/zones",
        OutfitterWithoutAllocation.Code => "/outfitter",
        IssuedToHimself.Code => evidence?.Values.GetValueOrDefault("kind") is EvidenceValue.Text { Value: "party" } ? "/party" : "/hunter",
        TagOutOfOrder.Code => "/tag",
        _ => null,
    };
}

/// <summary>Numbers of other permits that bear the same paper number, or the same tag; and how the tag stands in the register of tags.</summary>
internal sealed record Bearers(IReadOnlyList<string> OfPaper, IReadOnlyList<string> OfTag, TagStanding Standing = TagStanding.Unknown)
{
    public static readonly Bearers None = new([], []);
}
