using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Seasons;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Law;
using NodaTime;

namespace ArgaliConcessions.Functions.Seasons;

/// <summary>Reads a season.</summary>
internal static class SeasonWire
{
    private const int MostZones = 200;
    private const int MostWindows = 20;

    public static VersionDraft<SeasonTerms> Read(BodyReader body)
    {
        body.Ignore("concession", "season", "version", "recordedAt", "inForce", "corrects", "provisional", "versions");
        var terms = new SeasonTerms(body.Id("taxon"), body.IdsOrAll("zones", MostZones), [.. body.List("windows", MostWindows, WindowWire.Read, minCount: 1)]);
        return new VersionDraft<SeasonTerms>(
            body.Date("validFrom"), body.DateOrNull("validTo"), body.Basis("basis"), terms, body.TextOrNull("reason", LawWire.LongestReason));
    }
}

/// <summary>A season version as it is answered. May be sent back as it is.</summary>
/// <param name="Zones">Absent for all hunting zones.</param>
/// <param name="ValidTo">Its last day, as a later version may have ended it.</param>
/// <param name="InForce">Whether it rules on the date asked about, open on that day or not.</param>
public sealed record SeasonAnswer(
    string Concession, string Season, string Taxon, IReadOnlyList<string>? Zones, IReadOnlyList<WindowWire> Windows, LocalDate ValidFrom, LocalDate? ValidTo,
    LegalBasis Basis, string? Reason, int Version, Instant RecordedAt, bool InForce, int? Corrects, bool? Provisional, IReadOnlyList<VersionSummary> Versions)
{
    internal static SeasonAnswer Of(VersionReading<SeasonTerms> reading)
    {
        var (version, terms) = (reading.Selected, reading.Selected.Value);
        return new SeasonAnswer(
            reading.Concession, reading.Id, terms.Taxon, LawWire.OrAll(terms.Zones), [.. terms.Windows.Select(WindowWire.Of)], version.ValidFrom,
            version.ValidTo, version.Basis, version.Reason, version.Number, version.RecordedAt, reading.InForce, version.Corrects,
            LawWire.Provisional(reading.Provisional), VersionSummary.Of(reading));
    }
}
