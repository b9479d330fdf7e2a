using System.Collections.Concurrent;
using System.Collections.Immutable;
using ArgaliConcessions.Application.Compliance.Reports;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Compliance.Rules;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Zones;

/// <summary>Answers where the concessions lie today, and where one's hunting ground is another's too.</summary>
/// <remarks>Overlaps are those that the sweep's rule flags. They are dear to measure, so each concession's are kept while law and day stay the same.</remarks>
public sealed class DrawGround(LawLibrary library, ConcessionDirectory directory, LegalCalendar calendar)
{
    private static readonly ZoneOverlap Rule = new();
    private readonly ConcurrentDictionary<string, KnownOverlaps> _known = new(StringComparer.Ordinal);

    /// <param name="concession">The one asked about; null for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The concessions by id; <c>no-authority</c>, or <c>concession-not-found</c> for one that is not there.</returns>
    public async Task<Outcome<IReadOnlyList<ConcessionGround>>> RunAsync(string? concession, CancellationToken cancellationToken)
    {
        if (await library.NationalAsync(LawFreshness.Cached, cancellationToken) is null) return LawRefusals.NoAuthority;
        var asked = concession is null ? null : await library.ReadAsync(concession, LawFreshness.Cached, cancellationToken);
        if (concession is not null && asked is null) return LawRefusals.NoConcession;
        var all = new List<ConcessionGround>();
        await foreach (var id in directory.ConcessionsAsync(cancellationToken))
        {
            if (await library.ReadAsync(id, LawFreshness.Cached, cancellationToken) is { } law) all.Add(Draw(law.Book));
        }

        // One that was entered a moment ago may be missing from the directory.
        if (asked is not null && !all.Exists(ground => ground.Id == concession)) all.Add(Draw(asked.Book));
        return new Outcome<IReadOnlyList<ConcessionGround>>.Done(
            [.. all.Where(ground => concession is null || ground.Id == concession).Select(ground => ground with { Overlapped = OverlappedBy(all, ground.Id) })]);
    }

    /// <summary>The rule speaks at the zone that came later; here the same is told of the other.</summary>
    private static ImmutableArray<SharedZone> OverlappedBy(IEnumerable<ConcessionGround> all, string concession) =>
    [
        .. all.SelectMany(other => other.Overlaps
            .Where(shared => shared.Other.StartsWith(concession + "/", StringComparison.Ordinal))
            .Select(shared => shared with { Zone = shared.Other[(concession.Length + 1)..], Other = $"{other.Id}/{shared.Zone}" })),
    ];

    private ConcessionGround Draw(LawBook law)
    {
        var today = calendar.Today(law);
        var terms = law.Concession.Terms.Latest.Value;
        var zones = law.Concession.Zones.OrderBy(zone => zone.Key, StringComparer.Ordinal)
            .Select(zone => ConcessionChapter.ZoneOf(law, zone.Key, zone.Value, today, LawKnowledge.Everything)).OfType<ReportZone>();
        return new ConcessionGround(law.Concession.Id, terms, today, terms.On(today), [.. zones], OverlapsOf(law, today));
    }

    private ImmutableArray<SharedZone> OverlapsOf(LawBook law, LocalDate today)
    {
        if (_known.TryGetValue(law.Concession.Id, out var known) && ReferenceEquals(known.Law, law) && known.Day == today) return known.Overlaps;
        ImmutableArray<SharedZone> overlaps =
        [
            .. law.Concession.Zones.Keys.Order(StringComparer.Ordinal)
                .SelectMany(zone => Rule.Judge(law, zone, today, LawKnowledge.Everything).OfType<RuleAnswer.Flagged>().Select(flagged => new SharedZone(zone, flagged.Zone!, flagged.Severity, flagged.Evidence))),
        ];
        _known[law.Concession.Id] = new KnownOverlaps(law, today, overlaps);
        return overlaps;
    }

    private sealed record KnownOverlaps(LawBook Law, LocalDate Day, ImmutableArray<SharedZone> Overlaps);
}

/// <summary>One concession on the map of a day.</summary>
/// <param name="On">Its local date.</param>
/// <param name="Zones">By id; those that have ended too.</param>
/// <param name="Overlaps">Ground that is another concession's too, each at the zone that came later.</param>
public sealed record ConcessionGround(
    string Id, ConcessionTerms Terms, LocalDate On, ConcessionStatus Status, ImmutableArray<ReportZone> Zones, ImmutableArray<SharedZone> Overlaps)
{
    /// <summary>Ground of this one that a later zone of another took in too.</summary>
    public ImmutableArray<SharedZone> Overlapped { get; init; } = [];

    /// <summary>All ground that is another's too, whichever came first.</summary>
    public ImmutableArray<SharedZone> Shared => [.. Overlaps, .. Overlapped];

    /// <summary>Who holds it on the date; null when nobody does.</summary>
    public Holder? Holder => Terms.Holders.FirstOrDefault(h => h.From <= On && !(h.To < On));

    /// <summary>Of the hunting zones in force, in hectares.</summary>
    public double Hectares => Zones.Where(z => z.InForce && z.Version.Value.Kind == Domain.Zones.ZoneKind.Hunting).Sum(z => z.Version.Value.AreaHectares);

    public bool Equals(ConcessionGround? other) =>
        other is not null && Id == other.Id && On == other.On && Terms.Equals(other.Terms) && Zones.SequenceEqual(other.Zones) && Shared.SequenceEqual(other.Shared);

    public override int GetHashCode() => HashCode.Combine(Id, On);
}

/// <summary>Ground that belongs to two concessions.</summary>
/// <param name="Zone">The zone's id in its concession.</param>
/// <param name="Other">The other's, as <c>concession/zone</c>.</param>
/// <param name="Severity">A notice where the overlap was accepted with a reason.</param>
/// <param name="Evidence">Its figures, by the names of rule R32: <c>hectares</c>.</param>
public sealed record SharedZone(string Zone, string Other, Severity Severity, Evidence Evidence);
