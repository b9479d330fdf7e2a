using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R02: a take's LOCAL date is open for the animal in the zone where it was taken. Where the zone is not known and only some of the permit's
/// zones are open, it is to be checked. Seasons moved after issue: conservationforce.org/new-page; dates of the Mongolian season:
/// theubposts.com examining-the-effectiveness-of-hunting-quotas.
/// </summary>
/// <remarks>
/// Asked is the season of the animal taken if the permit covers it, else that of the animal on the permit: another animal is R17's finding, not a
/// second one here.
/// </remarks>
public sealed class HarvestOutOfSeason : IPermitRule
{
    public const string Code = "harvest-out-of-season";

    public RuleInfo Info { get; } = new("R02", Code, ["theubposts.com examining-the-effectiveness-of-hunting-quotas", "conservationforce.org/new-page"]);

    public bool ChecksAtIssue => false;

    public IEnumerable<RuleAnswer> Judge(PermitCase file) => file.Takes.Select(take => Judge(file, take));

    private static RuleAnswer Judge(PermitCase file, Harvest take)
    {
        var subject = file.SubjectOf(take);
        if (file.Year is not { } year) return new RuleAnswer.NotJudged(subject, "year");
        var taxon = TaxonAsked(file, take);
        var zones = SeasonOnDay.ZonesAt(file, take.Position, take.On);
        var day = SeasonOnDay.Judge(file, year, take.On, taxon, zones, file.Knowledge);
        if (day.Answer == DayAnswer.Open) return new RuleAnswer.Pass(subject);
        var severity = day.Answer == DayAnswer.Closed ? Severity.Violation : Severity.Notice;
        var cause = Causes.OfTake(
            file, take, LawKind.Season, severity, day.Season.Laws,
            knowledge => SeasonOnDay.Judge(file, year, take.On, taxon, zones, knowledge).Answer == DayAnswer.Open);
        var evidence = cause.On(day.Evidence).And(Evidence.Of(("on", take.On), ("taxon", taxon)));
        return new RuleAnswer.Flagged(subject, cause.Severity, cause.Kind, evidence, cause.Laws(day.Season.Laws));
    }

    private static string TaxonAsked(PermitCase file, Harvest take) =>
        take.Taxon is { } taken && file.Taxa.Covers(file.Permit.Animal.Taxon, taken) ? taken : file.Permit.Animal.Taxon;
}
