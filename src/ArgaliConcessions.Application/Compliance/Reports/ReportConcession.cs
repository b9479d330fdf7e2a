using System.Collections.Immutable;
using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Seasons;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Compliance.Reports;

/// <summary>One concession in a report.</summary>
public sealed record ReportConcession
{
    public required string Id { get; init; }

    /// <summary>As the run knew it.</summary>
    public required ConcessionTerms Terms { get; init; }

    /// <summary>What it was on the run's local date.</summary>
    public required ConcessionStatus Status { get; init; }

    /// <summary>Who held it on that date; null for nobody.</summary>
    public Holder? Holder { get; init; }

    /// <summary>Permits and findings of all its ledgers that were judged.</summary>
    public RunTotals Totals { get; init; } = RunTotals.Zero;

    /// <summary>By id.</summary>
    public ImmutableArray<ReportZone> Zones { get; init; } = [];

    /// <summary>By year and taxon.</summary>
    public ImmutableArray<ReportSeason> Seasons { get; init; } = [];

    /// <summary>By year and line.</summary>
    public ImmutableArray<QuotaBar> Quotas { get; init; } = [];
}

/// <summary>A zone for the map: the version in force on the run's local date, else the last one before it.</summary>
/// <param name="Boundary">Null where its shape is not known.</param>
/// <param name="InForce">Whether it is in force on that date.</param>
public sealed record ReportZone(string Id, LawVersion<ZoneTerms> Version, Boundary? Boundary, bool InForce);

/// <summary>The open days of a taxon within a hunting year, in any zone of the concession, and the bans that cut into them.</summary>
/// <param name="Bans">By first day; cut to the year.</param>
public sealed record ReportSeason(string Year, string Taxon, ImmutableArray<OpenSpan> Open, ImmutableArray<ReportBan> Bans);

/// <summary>A ban within a hunting year.</summary>
/// <param name="Zones">Zone ids of the concession that it names; empty for all.</param>
public sealed record ReportBan(LocalDate From, LocalDate To, LocalizedNames Names, LegalBasis? Basis, ImmutableArray<string> Zones);
