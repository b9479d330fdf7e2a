using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Zones;

/// <summary>Which zones are taken along.</summary>
/// <param name="Concession">One concession's; null for those of all.</param>
/// <param name="Kind">Only hunting zones, or only closed ones; null for both.</param>
public sealed record ZoneExportQuestion(string? Concession, ZoneKind? Kind, LawQuery Law);

/// <summary>Zones to be taken along, all in force on one date.</summary>
/// <param name="Of">The concession asked about; null for all.</param>
/// <param name="On">The legal date.</param>
/// <param name="KnownAt">What the register recorded later is not in it, or may be missing.</param>
/// <param name="Provisional">Whether the instant asked about is so recent that more may still be recorded for it.</param>
/// <param name="Zones">By concession and id.</param>
public sealed record ZoneExport(
    LocalizedNames Authority, ConcessionTerms? Of, string? Concession, LocalDate On, Instant KnownAt, bool Provisional, IReadOnlyList<ExportedZone> Zones);

/// <param name="Terms">Of its concession, as they were known.</param>
public sealed record ExportedZone(ZoneReading Zone, ConcessionTerms Terms);

/// <summary>
/// Gathers the zones in force on a date for a phone or a GIS: today by default (of the concession, or of the authority where all are asked for). It is whole or
/// refused: shapes are held in memory anyway, so nothing is given out before all of it is known.
/// </summary>
public sealed class ExportZones(LawLibrary library, ConcessionDirectory directory, LegalCalendar calendar)
{
    /// <summary>Zones at once at most.</summary>
    public const int MaxZones = 2_000;

    /// <summary>Points of all their boundaries at most.</summary>
    public const int MaxPoints = 300_000;

    public async Task<Outcome<ZoneExport>> RunAsync(ZoneExportQuestion question, CancellationToken cancellationToken)
    {
        if (await library.NationalAsync(LawFreshness.Cached, cancellationToken) is not { } national) return LawRefusals.NoAuthority;
        var laws = new List<ConcessionReading>();
        if (question.Concession is { } concession)
        {
            var outcome = await library.RequireConcessionAsync(concession, LawFreshness.Cached, cancellationToken);
            if (outcome is not Outcome<ConcessionReading>.Done { Value: var law }) return outcome.Refused<ConcessionReading, ZoneExport>();
            laws.Add(law);
        }
        else
        {
            await foreach (var id in directory.ConcessionsAsync(cancellationToken))
            {
                if (await library.ConcessionAsync(id, LawFreshness.Cached, cancellationToken) is { } law) laws.Add(law);
            }
        }

        var of = question.Concession is null ? null : laws[0];
        var on = question.Law.On ?? (of is null ? calendar.Today(national.Law) : calendar.Today(of.National, of.Concession));
        return await GatherAsync(question with { Law = question.Law with { On = on } }, on, national, of, laws, cancellationToken);
    }

    private async Task<Outcome<ZoneExport>> GatherAsync(
        ZoneExportQuestion question, LocalDate on, NationalReading national, ConcessionReading? of, List<ConcessionReading> laws, CancellationToken cancellationToken)
    {
        var versions = laws.SelectMany(law => In(law, question, on)).ToList();
        if (versions.Count > MaxZones) return TooLarge(Reason.Of("export-too-many-zones", null, ("count", versions.Count), ("max", MaxZones)));
        var (zones, points) = (new List<ExportedZone>(versions.Count), 0);
        foreach (var (version, terms) in versions)
        {
            var zone = await ZoneReading.OfAsync(version, library, cancellationToken);
            points += zone.Boundary.VertexCount;
            if (points > MaxPoints) return TooLarge(Reason.Of("export-too-many-points", null, ("max", MaxPoints)));
            zones.Add(new ExportedZone(zone, terms));
        }

        var read = laws.Select(law => law.KnownAt).Append(national.KnownAt).Min();
        var known = question.Law.KnownAt is { } asked ? Instant.Min(asked, read) : read;
        return new Outcome<ZoneExport>.Done(new ZoneExport(
            national.Law.Authority.Latest.Value.Names, of is null ? null : TermsOf(of, question), question.Concession, on, known, calendar.IsProvisional(question.Law), zones));
    }

    private IEnumerable<(VersionReading<ZoneTerms> Version, ConcessionTerms Terms)> In(ConcessionReading law, ZoneExportQuestion question, LocalDate on)
    {
        foreach (var (id, series) in law.Concession.Zones.OrderBy(z => z.Key, StringComparer.Ordinal))
        {
            var version = VersionReading<ZoneTerms>.Of(law.Concession.Id, id, series, question.Law, on, calendar);
            if (version is { InForce: true } && (question.Kind ?? version.Selected.Value.Kind) == version.Selected.Value.Kind) yield return (version, TermsOf(law, question));
        }
    }

    private static ConcessionTerms TermsOf(ConcessionReading law, ZoneExportQuestion question) =>
        (law.Concession.Terms.As(question.Law.Knowledge) ?? law.Concession.Terms.Latest).Value;

    private static Refusal TooLarge(Reason reason) => Refusal.Because(RefusalKind.TooLarge, "export-too-large", reason);
}
