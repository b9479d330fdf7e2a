using System.Collections.Immutable;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Issue;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Compliance.Rules;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Life;

/// <summary>What a permit shall say from now on; null leaves it as it is. Hunter, line and number of animals are the permit itself.</summary>
/// <param name="Ranges">By first day, without overlap.</param>
public sealed record Amendment(
    string Reason, ImmutableArray<string>? Zones, ImmutableArray<DateInterval>? Ranges, string? Weapon, ImmutableArray<string>? Party, string? Outfitter)
{
    public Permit On(Permit permit, LocalDate today, LawReading law, Actor actor) => permit with
    {
        Zones = Zones ?? permit.Zones,
        Ranges = Ranges ?? permit.Ranges,
        Weapon = Weapon ?? permit.Weapon,
        Party = Party ?? permit.Party,
        Outfitter = Outfitter ?? permit.Outfitter,
        Pins = law.Pins,
        Amendments = permit.Amendments.Add(new PermitAmendment(permit.Version + 1, today, Reason, actor.Subject)),
    };
}

/// <summary>
/// Amends a permit: a new version, judged like an issue by the law read fresh, its place on the line aside, which it has. What it said
/// before stays readable.
/// </summary>
public sealed class AmendPermit(PermitWriter writer, PermitFinder finder, LawLibrary library, LegalCalendar calendar, LineRegister lines, SecondLook look)
{
    /// <summary>The permit as amended, or every reason against it. The same key again gives the same answer.</summary>
    public async Task<Outcome<PermitAnswer>> RunAsync(string number, Amendment amendment, Viewer viewer, RequestKey key, Actor actor, CancellationToken cancellationToken)
    {
        var found = await finder.PlaceAsync(number, viewer, cancellationToken);
        if (found is Outcome<PermitPlace>.Refused refused) return refused.Refusal;
        var place = ((Outcome<PermitPlace>.Done)found).Value;
        if (await library.ReadAsync(place.Concession, LawFreshness.Checked, cancellationToken) is not { } law) return PermitFinder.NotFound;
        var today = calendar.Today(law.Book);
        LineState? line = null;
        ImmutableArray<MissingFact> wanted = [];
        var written = await writer.WriteAsync(place, key, actor, async (current, _, cancel) =>
        {
            line = current.Value.Line is { } id ? await lines.FindAsync(place.Concession, place.Year, id, cancel) : null;
            wanted = new JudgedPermit(current.Value, line, law, today, Bearers.None).Judge(law).Missing;
            var next = new JudgedPermit(amendment.On(current.Value, today, law, actor), line, law, today, Bearers.None) { WantedBefore = wanted };
            return Propose(current, amendment, next, new IssuingOfficer(actor.Subject, actor.Name));
        }, cancellationToken);
        return written is Written.Now now
            ? await look.AnswerAsync(new JudgedPermit(now.Permit, line, law, today, Bearers.None) { WantedBefore = wanted }, key, actor, cancellationToken)
            : written.ToAnswer();
    }

    private static Proposal Propose(Stored<Permit> current, Amendment amendment, JudgedPermit next, IssuingOfficer officer)
    {
        var ruling = next.Judge(next.Law);
        Reason[] reasons = [.. AmendmentChecks.Of(current.Value, amendment, next), .. IssueChecks.Reasons(ruling), .. ToHimself(next, ruling, officer)];
        return ChangeChecks.Refused(reasons) is { } refusal ? new Proposal.Refuse(refusal) : new Proposal.Next(next.Permit, "amend-permit", []);
    }

    /// <summary>R35 of whoever amends, as of whoever issues: nobody decides on his own matter.</summary>
    private static IEnumerable<Reason> ToHimself(JudgedPermit next, IssueRuling ruling, IssuingOfficer officer)
    {
        if (ruling.Broken.Any(broken => broken.Rule.Code == IssuedToHimself.Code)) return [];
        var byHim = (next with { Permit = next.Permit with { IssuedBy = officer } }).Judge(next.Law);
        return IssueChecks.Reasons(byHim with { Broken = [.. byHim.Broken.Where(broken => broken.Rule.Code == IssuedToHimself.Code)], Missing = [] });
    }
}
