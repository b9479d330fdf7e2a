using System.Collections.Immutable;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Seasons;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R05: no dated ban covers a day of a permit's ranges in one of its zones, nor the day of a take. The Tajik moratorium from 1 Jan 2009,
/// lifted early in Sep 2010: asiaplus.news/?p=73255, asiaplustj.info 20100925; rolling regional ones in Kyrgyzstan: ru.sputnik.kg 20230126.
/// </summary>
/// <remarks>
/// Of a take the animal taken is asked about, on the permit or not. A take on a permit whose zones are banned only in part is to be checked, unless
/// its position tells the zone.
/// </remarks>
public sealed class UnderMoratorium : IPermitRule
{
    public const string Code = "under-moratorium";

    public RuleInfo Info { get; } = new("R05", Code, ["asiaplus.news/?p=73255", "asiaplustj.info 20100925", "ru.sputnik.kg 20230126"]);

    public bool ChecksAtIssue => true;

    public IEnumerable<RuleAnswer> Judge(PermitCase file) => file.Takes.Select(take => OfTake(file, take)).Prepend(OfPermit(file));

    private static RuleAnswer OfPermit(PermitCase file)
    {
        var bans = Bans(file, file.Knowledge);
        if (bans.Count == 0) return new RuleAnswer.Pass(file.Subject);
        var closures = bans.Select(b => b.Closure).DistinctBy(c => c.Value.Id).ToList();
        var laws = Refs(closures, file.Permit.JudgedOn is { } judged ? Bans(file, file.Knowledge.AsPublishedBy(judged)).Select(b => b.Closure) : []);
        var cause = Causes.OfPermit(file, LawKind.Closure, Severity.Violation, laws, knowledge => Bans(file, knowledge).Count == 0);
        ImmutableArray<ZoneDays> days = [.. bans.GroupBy(b => b.Zone).Select(z => new ZoneDays(z.Key, [.. z.Select(b => b.Days)]))];
        var evidence = Closures.Evidence(closures).And(Evidence.Of(
            ("bannedDays", ZoneDays.AsEvidence(days)), ("days", ZoneDays.DistinctDays(days)), ("issuedOn", file.Permit.IssuedOn.AsEvidence())));
        return new RuleAnswer.Flagged(file.Subject, cause.Severity, cause.Kind, cause.On(evidence), cause.Laws(laws));
    }

    private static RuleAnswer OfTake(PermitCase file, Harvest take)
    {
        var subject = file.SubjectOf(take);
        var taxon = take.Taxon ?? file.Permit.Animal.Taxon;
        var zones = SeasonOnDay.ZonesAt(file, take.Position, take.On);
        var ban = Closures.On(file, take.On, taxon, zones, file.Knowledge);
        if (ban.Closures.IsEmpty) return new RuleAnswer.Pass(subject);
        var laws = Refs(ban.Closures, Closures.On(file, take.On, taxon, zones, file.Knowledge.AsPublishedBy(take.On)).Closures);
        var cause = Causes.OfTake(
            file, take, LawKind.Closure, ban.InEveryZone ? Severity.Violation : Severity.Notice, laws,
            knowledge => Closures.On(file, take.On, taxon, zones, knowledge).Closures.IsEmpty);
        var evidence = Closures.Evidence(ban.Closures).And(Evidence.Of(
            ("on", take.On), ("taxon", taxon), ("bannedDays", EvidenceValue.Spans([new DateInterval(take.On, take.On)]))));
        return new RuleAnswer.Flagged(subject, cause.Severity, cause.Kind, cause.On(evidence), cause.Laws(laws));
    }

    /// <summary>Of each closure the version that was published on the decisive day, if it forbade the same: it is cited, and not the act that ended it later.</summary>
    private static ImmutableArray<LawRef> Refs(IReadOnlyList<Revision<Closure>> closures, IEnumerable<Revision<Closure>> then)
    {
        var published = then.DistinctBy(c => c.Value.Id).ToDictionary(c => c.Value.Id, StringComparer.Ordinal);
        return [.. closures.Select(c => NationalLaw.ClosureRef(published.GetValueOrDefault(c.Value.Id, c)))];
    }

    private static List<(Revision<Closure> Closure, string? Zone, DateInterval Days)> Bans(PermitCase file, LawKnowledge knowledge) =>
        [.. from zone in file.ZonesOrAny
            from range in file.Permit.Ranges
            from closure in file.Law.Closures.Covering(file.Permit.Animal.Taxon, zone, range, knowledge)
            select (closure, zone, Closures.Within(closure.Value, range))];
}
