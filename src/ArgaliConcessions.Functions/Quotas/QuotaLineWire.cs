using System.Collections.Immutable;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Law;
using ArgaliConcessions.Functions.Surveys;
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
        body.Ignore("concession", "year", "line", "revision", "recordedAt", "issued", "reserved", "released", "killed", "wounded", "remaining", "ceiling", "law");
        var terms = new QuotaLine(
            body.Id("taxon"), body.OneOf<Sex>("sex"), body.IntOrNull("minimumAgeYears", 0, OldestMinimum),
            body.OneOfOrNull<QuotaPurpose>("purpose") ?? QuotaPurpose.Trophy, body.Int("animals", 0, MostAnimals),
            body.TextOrNull("aboveCeilingReason", LawWire.LongestReason), Outfitters(body));
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
/// <param name="Reserved">Animals kept for permits that are not issued yet.</param>
/// <param name="Released">Animals given back by permits that were revoked, returned or closed without a take.</param>
/// <param name="Wounded">Animals wounded or lost and not recovered.</param>
/// <param name="Remaining">Animals still to be issued or reserved; negative where the line was oversold on paper.</param>
/// <param name="Ceiling">What the concession's survey carries on which the line rests, for all lines together; absent where there is none.</param>
public sealed record QuotaLineAnswer(
    string Concession, string Year, string Line, string Taxon, Sex Sex, int? MinimumAgeYears, QuotaPurpose Purpose, int Animals,
    IReadOnlyList<LineOutfitter>? Outfitters, LegalBasis? Basis, int Issued, int Reserved, int Released, int Killed, int Wounded, int Remaining, int Revision,
    Instant RecordedAt, string Law,
    string? AboveCeilingReason, CeilingAnswer? Ceiling)
{
    internal static QuotaLineAnswer Of(QuotaLineStanding line)
    {
        var (revision, terms, balance) = (line.Selected, line.Selected.Value, line.Balance);
        return new QuotaLineAnswer(
            line.Concession, line.Year, line.Line, terms.Taxon, terms.Sex, terms.MinimumAgeYears, terms.Purpose, terms.Animals, terms.Outfitters, revision.Basis,
            balance.Held, balance.Reserved, balance.Released, balance.Killed, balance.Wounded, balance.Remaining(terms.Animals), revision.Number, revision.RecordedAt,
            line.Law.Path, terms.AboveCeilingReason, CeilingAnswer.Of(line.Survey));
    }
}
