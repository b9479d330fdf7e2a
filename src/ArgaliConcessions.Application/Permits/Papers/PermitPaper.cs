using System.Collections.Immutable;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Permits.Papers;

/// <summary>All that a printed permit says.</summary>
public sealed record PermitPaper
{
    public required Permit Permit { get; init; }

    /// <summary>The hunter's document number; null for those who may not see it.</summary>
    public string? Document { get; init; }

    public required AuthorityTerms Authority { get; init; }

    public required ConcessionTerms Terms { get; init; }

    /// <summary>What the quota line is for; null where the permit names no line.</summary>
    public QuotaPurpose? Purpose { get; init; }

    /// <summary>From the permit's first day to its last; today for one that states none.</summary>
    public required DateInterval Days { get; init; }

    /// <summary>The permit's zones and the concession's closed areas on these days, by id. At most <see cref="ZoneOnDays.Most"/>; the permit's own are cut last.</summary>
    public ImmutableArray<ZoneOnDays> Zones { get; init; } = [];

    /// <summary>Versions in all.</summary>
    public int ZoneCount { get; init; }

    /// <summary>The acts it rests on, in the order of the law: quotas, season, concession, zones.</summary>
    public ImmutableArray<PaperAct> Acts { get; init; } = [];

    /// <summary>The local date of printing: the state on the paper is that of this day.</summary>
    public required LocalDate On { get; init; }

    public required Instant PrintedAt { get; init; }

    public required DateTimeZone TimeZone { get; init; }

    public PermitState State => Permit.StateOn(On);

    /// <summary>Forms to fill in: one animal each. At most <see cref="MostForms"/>.</summary>
    public int Forms => Math.Clamp(Permit.Animals, 1, MostForms);

    /// <summary>An imported list may name any number of animals; paper is finite, and says so.</summary>
    public const int MostForms = 12;
}

/// <summary>A version of the law behind a permit.</summary>
public sealed record PaperAct(PaperActOf Of, LawRef Law);

/// <summary>What an act rules.</summary>
public enum PaperActOf { NationalQuota, Line, Season, Concession, Zone }
