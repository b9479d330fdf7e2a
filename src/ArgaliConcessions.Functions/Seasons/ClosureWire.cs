using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Seasons;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Law;
using NodaTime;

namespace ArgaliConcessions.Functions.Seasons;

/// <summary>Reads a closure.</summary>
internal static class ClosureWire
{
    private const int Most = 500;

    /// <summary>A concession's id, a slash, a zone's id.</summary>
    private const int LongestZone = (2 * IdRules.MaxLength) + 1;

    public static RevisionDraft<Closure> Read(BodyReader body, string id)
    {
        body.Ignore("id", "revision", "recordedAt", "provisional");
        var basis = body.Basis("basis");
        // An act is known by its title; "und" is the tag of a language that nobody stated.
        var names = body.NamesOrNull("names") ?? LocalizedNames.Of("und", basis.Title);
        var closure = new Closure(
            id, names, body.IdsOrAll("taxa", Most), body.IdsOrAll("concessions", Most), body.IdsOrAll("regions", Most),
            body.Has("zones") ? [.. body.Texts("zones", Most, LongestZone, minCount: 1)] : [], body.Date("from"), body.DateOrNull("to"));
        return new RevisionDraft<Closure>(closure, basis, body.TextOrNull("reason", LawWire.LongestReason));
    }
}

/// <summary>A closure as it is answered; an absent list means all.</summary>
public sealed record ClosureAnswer(
    string Id, LocalizedNames Names, IReadOnlyList<string>? Taxa, IReadOnlyList<string>? Concessions, IReadOnlyList<string>? Regions,
    IReadOnlyList<string>? Zones, LocalDate From, LocalDate? To, LegalBasis? Basis, int Revision, Instant RecordedAt, string? Reason, bool? Provisional)
{
    internal static ClosureAnswer Of(RevisionReading<Closure> reading)
    {
        var (revision, closure) = (reading.Selected, reading.Selected.Value);
        return new ClosureAnswer(
            closure.Id, closure.Names, LawWire.OrAll(closure.Taxa), LawWire.OrAll(closure.Concessions), LawWire.OrAll(closure.Regions),
            LawWire.OrAll(closure.Zones), closure.From, closure.To, revision.Basis, revision.Number, revision.RecordedAt, revision.Reason,
            LawWire.Provisional(reading.Provisional));
    }
}
