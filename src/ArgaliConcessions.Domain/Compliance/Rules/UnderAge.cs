using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R18: a ram that was killed has the minimum age of its quota line (of the permit where the line sets none). Tajikistan, 2015: old rams
/// only, 7 years (russian.news.cn 2015-01-28). An estimate below it throughout is a violation, one that reaches it is to be checked, an
/// unknown age is not judged.
/// </summary>
/// <remarks>For rams only; an animal of unknown sex on a ram's permit counts as one. What was hit but not recovered has no age to read.</remarks>
public sealed class UnderAge : IPermitRule
{
    public const string Code = "under-age";

    public RuleInfo Info { get; } = new("R18", Code, ["russian.news.cn 2015-01-28"]);

    public bool ChecksAtIssue => false;

    public IEnumerable<RuleAnswer> Judge(PermitCase file) => file.Takes.Where(take => IsRamInHand(file, take)).SelectMany(take => Judge(file, take));

    private static IEnumerable<RuleAnswer> Judge(PermitCase file, Harvest take)
    {
        if (MinimumAge(file, file.Knowledge) is not { } minimum) return [];
        var subject = file.SubjectOf(take);
        if (take.AgeYears is not { } age) return [new RuleAnswer.NotJudged(subject, "age")];
        if (age.Min >= minimum) return [new RuleAnswer.Pass(subject)];
        return [Flagged(file, take, age, minimum)];
    }

    private static RuleAnswer Flagged(PermitCase file, Harvest take, AgeEstimate age, int minimum)
    {
        // A minimum published after the hunt bound nobody on that day.
        var then = MinimumAge(file, file.Knowledge.AsPublishedBy(take.On));
        var raisedLater = !(age.Min < then);
        var severity = !raisedLater && age.Max < minimum && age.Max < then ? Severity.Violation : Severity.Notice;
        var line = file.Line?.As(file.Knowledge);
        var evidence = Evidence.Of(
            ("minimumAge", minimum), ("ageMin", age.Min), ("ageMax", age.Max), ("kind", age.Min == age.Max ? "exact" : null), ("on", take.On),
            ("changedBy", raisedLater && line?.Basis is { } act ? $"{act.Title} {act.Number}".Trim() : null),
            ("publishedOn", raisedLater && line?.Basis is { } basis ? basis.PublishedOn : null));
        return new RuleAnswer.Flagged(
            file.SubjectOf(take), severity, raisedLater ? FindingCause.LawChanged : FindingCause.Conduct, evidence,
            line is null ? [] : [LawRefs.Line(file.Permit.Concession, file.Permit.Year, file.Permit.Line!, line)]);
    }

    private static int? MinimumAge(PermitCase file, LawKnowledge knowledge) =>
        file.Line?.As(knowledge)?.Value.MinimumAgeYears ?? file.Permit.Animal.MinimumAgeYears;

    private static bool IsRamInHand(PermitCase file, Harvest take) =>
        take.Outcome == HarvestOutcome.Killed
        && (take.Sex == Sex.Male || (take.Sex == Sex.Unknown && file.Permit.Animal.Sex == Sex.Male));
}
