using System.Collections.Immutable;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Seasons;

namespace ArgaliConcessions.Application.Permits.FieldSheets;

/// <summary>What an inspector takes along where there is no signal: one concession's permits and law over some days, as the register knew them at an instant.</summary>
public sealed record FieldSheet
{
    public required AuthorityTerms Authority { get; init; }

    public required string Concession { get; init; }

    public required ConcessionTerms Terms { get; init; }

    /// <summary>The days the sheet is for, both included.</summary>
    public required DateInterval Days { get; init; }

    /// <summary>The day that states are told of: today, or the nearest of <see cref="Days"/>.</summary>
    public required LocalDate On { get; init; }

    /// <summary>What was recorded later may be missing.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>The zone of the local dates.</summary>
    public required DateTimeZone TimeZone { get; init; }

    /// <summary>The hunting years that have one of the days, by id: permits of these are on the sheet.</summary>
    public ImmutableArray<HuntingYear> Years { get; init; } = [];

    public required SheetPermits Permits { get; init; }

    /// <summary>By id, then by first day: each version that is in force on one of the days. At most <see cref="ZoneOnDays.Most"/>.</summary>
    public ImmutableArray<ZoneOnDays> Zones { get; init; } = [];

    /// <summary>Versions in all.</summary>
    public int ZoneCount { get; init; }

    /// <summary>By year and taxon.</summary>
    public ImmutableArray<SheetSeason> Seasons { get; init; } = [];

    /// <summary>Bans that touch the concession on one of the days, by first day.</summary>
    public ImmutableArray<Revision<Closure>> Closures { get; init; } = [];
}

/// <summary>The permits of a sheet by year and serial. A list that is cut says so by its count.</summary>
/// <param name="Open">Those that may be hunted on, on <see cref="FieldSheet.On"/> or later among the days. At most <see cref="MostOpen"/>.</param>
/// <param name="Ended">Those of these days that may not: suspended, revoked, returned, closed, used or expired. At most <see cref="MostEnded"/>.</param>
/// <param name="Complete">Whether the whole of each ledger was looked at: false past <see cref="MostRead"/> permits.</param>
public sealed record SheetPermits(ImmutableArray<Permit> Open, int OpenCount, ImmutableArray<Permit> Ended, int EndedCount, bool Complete)
{
    public const int MostOpen = 400;
    public const int MostEnded = 200;
    public const int MostRead = 5000;

    public bool Equals(SheetPermits? other) =>
        other is not null && OpenCount == other.OpenCount && EndedCount == other.EndedCount && Complete == other.Complete
        && Open.SequenceEqual(other.Open) && Ended.SequenceEqual(other.Ended);

    public override int GetHashCode() => HashCode.Combine(OpenCount, EndedCount, Complete);
}

/// <summary>The open days of a taxon in a hunting year, in zones where they are the same.</summary>
/// <param name="Zones">Ids of hunting zones; empty where the concession has none on these days.</param>
public sealed record SheetSeason(HuntingYear Year, string Taxon, ImmutableArray<string> Zones, SeasonYear Open)
{
    public bool Equals(SheetSeason? other) =>
        other is not null && Year == other.Year && Taxon == other.Taxon && Open.Equals(other.Open) && Zones.SequenceEqual(other.Zones, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Year, Taxon, Zones.Length);
}
