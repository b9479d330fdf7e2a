using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R23: what became of a wounded animal is settled within the authority's days. The Russian form of a permit gives the day of the wounding and one more:
/// base.garant.ru/70801690 app. 3, dzen.ru/b/Y6xPzIfp-AV4USq2. Found dead, killed, or given up after a search: each is an outcome; silence is none.
/// </summary>
/// <remarks>
/// The day of the follow-up counts, not that of its report. One that came late is to be checked, and so is a wounding with a kill or loss on
/// that day or later which names no wounding: it may be the same animal (R15 asks the same where the permit has no room for both).
/// </remarks>
public sealed class WoundedWithoutFollowUp : IPermitRule
{
    public const string Code = "wounded-without-follow-up";

    public RuleInfo Info { get; } = new("R23", Code, ["base.garant.ru/70801690 app. 3", "dzen.ru/b/Y6xPzIfp-AV4USq2"]);

    public bool ChecksAtIssue => false;

    public IEnumerable<RuleAnswer> Judge(PermitCase file)
    {
        var woundings = file.Harvests.Where(h => h.Outcome == HarvestOutcome.Wounded).ToList();
        if (woundings.Count == 0) return [];
        var settledBy = TakeLinks.Settled(file.Harvests.Select(h => new Take(h.Id, h.On, h.Outcome, h.FollowsUp)));
        return woundings.Select(wounding => Judge(file, wounding, settledBy)).OfType<RuleAnswer>();
    }

    private static RuleAnswer? Judge(PermitCase file, Harvest wounding, IReadOnlyDictionary<string, string> settledBy)
    {
        var due = wounding.On.PlusDays(file.Settings.WoundedFollowUpDays);
        if (settledBy.TryGetValue(wounding.Id, out var id)) return Settled(file, wounding, file.Harvests.First(h => h.Id == id), due);
        if (file.Today <= due) return null;
        var unlinked = file.Harvests.Where(h => MayBeItsEnd(h, wounding, settledBy)).Select(h => h.Id).ToList();
        if (unlinked.Count > 0) return Flagged(file, wounding, Severity.Notice, due, ("kind", "unlinked"), ("harvests", EvidenceValue.Texts(unlinked)));
        if (file.Permit.Origin == PermitOrigin.Imported && !file.Permit.OutcomesComplete) return new RuleAnswer.NotJudged(file.SubjectOf(wounding), "outcome");
        return Flagged(file, wounding, Severity.Violation, due, ("kind", "open"));
    }

    private static RuleAnswer Settled(PermitCase file, Harvest wounding, Harvest followUp, LocalDate due) => followUp.On <= due
        ? new RuleAnswer.Pass(file.SubjectOf(wounding))
        : Flagged(
            file, wounding, Severity.Notice, due, ("kind", "late"), ("followUp", followUp.Id), ("followedUpOn", followUp.On),
            ("daysLate", Period.DaysBetween(due, followUp.On)));

    private static bool MayBeItsEnd(Harvest harvest, Harvest wounding, IReadOnlyDictionary<string, string> settledBy) =>
        harvest.Outcome is HarvestOutcome.Killed or HarvestOutcome.Lost && wounding.On <= harvest.On
        && !settledBy.Values.Contains(harvest.Id, StringComparer.Ordinal);

    private static RuleAnswer.Flagged Flagged(
        PermitCase file, Harvest wounding, Severity severity, LocalDate due, params ReadOnlySpan<(string Name, EvidenceValue? Value)> evidence) =>
        new(file.SubjectOf(wounding), severity, FindingCause.Conduct, Evidence.Of(("woundedOn", wounding.On), ("dueBy", due)).And(Evidence.Of(evidence)), []);
}
