using System.Collections.Immutable;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Functions.Http.Bodies;
using NodaTime;

namespace ArgaliConcessions.Functions.Quotas;

/// <summary>Reads a quota line.</summary>
internal static class QuotaLineWire
{
    private const int MostAnimals = 10_000;
    private const int OldestMinimum = 30;
    private const int MostOutfitters = 50;

    public static QuotaLineRequest Read(BodyReader body, string concession, string year, string line, Precondition precondition)
    {
        body.Ignore("concession", "year", "line", "revision", "recordedAt", "issued", "released", "killed", "wounded", "remaining", "law");
        var terms = new QuotaLine(
            body.Id("taxon"), body.OneOf<Sex>("sex"), body.IntOrNull("minimumAgeYears", 0, OldestMinimum),
            body.OneOfOrNull<QuotaPurpose>("purpose") ?? QuotaPurpose.Trophy, body.Int("animals", 0, MostAnimals), Outfitters(body));
        return new QuotaLineRequest(concession, year, line, terms, body.Basis("basis"), precondition);
    }

    /// <summary>Absent is not empty: nobody has said to whom shares are allocated.</summary>
    private static ImmutableArray<LineOutfitter>? Outfitters(BodyReader body)
    {
        if (body.ListOrNull("outfitters", MostOutfitters, o => new LineOutfitter(o.Id("id"), o.Names("names"))) is not { } outfitters) return null;
        foreach (var twice in outfitters.GroupBy(o => o.Id, StringComparer.Ordinal).Where(g => g.Count() > 1)) body.Fault("outfitters", "repeated", ("value", twice.Key));
        return [.. outfitters];
    }
}

/// <summary>A quota line as it is answered; what stands on it is always today's.</summary>
/// <param name="Issued">Animals on permits, those given back left out.</param>
/// <param name="Released">Animals given back by revocations and unused returns.</param>
/// <param name="Wounded">Animals wounded or lost and not recovered.</param>
/// <param name="Remaining">Animals still to be issued; negative where the line was oversold on paper.</param>
public sealed record QuotaLineAnswer(
    string Concession, string Year, string Line, string Taxon, Sex Sex, int? MinimumAgeYears, QuotaPurpose Purpose, int Animals,
    IReadOnlyList<LineOutfitter>? Outfitters, LegalBasis? Basis, int Issued, int Released, int Killed, int Wounded, int Remaining, int Revision, Instant RecordedAt, string Law)
{
    internal static QuotaLineAnswer Of(QuotaLineStanding line)
    {
        var (revision, terms, balance) = (line.Selected, line.Selected.Value, line.Balance);
        return new QuotaLineAnswer(
            line.Concession, line.Year, line.Line, terms.Taxon, terms.Sex, terms.MinimumAgeYears, terms.Purpose, terms.Animals,
            terms.Outfitters, revision.Basis,
            balance.Held, balance.Released, balance.Killed, balance.Wounded, balance.Remaining(terms.Animals), revision.Number, revision.RecordedAt,
            line.Law.Path);
    }
}
