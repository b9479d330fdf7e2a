using System.Collections.Immutable;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Seasons;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R36: every zone that a permit names is a hunting zone of its concession, in force on every day of its ranges. Hunting farms without fixed boundaries:
/// uznature.uz/en/site/news?id=4143 (audit of 2024).
/// </summary>
public sealed class ZoneNotOfConcession : IPermitRule
{
    public const string Code = "zone-not-of-concession";

    public RuleInfo Info { get; } = new("R36", Code, ["CMS argali action plan 1.1.2", "uznature.uz/en/site/news?id=4143"]);

    public bool ChecksAtIssue => true;

    public IEnumerable<RuleAnswer> Judge(PermitCase file)
    {
        if (file.Permit.Zones.IsEmpty) return [new RuleAnswer.NotJudged(file.Subject, "zones")];
        var faults = Faults(file, file.Knowledge);
        return faults.IsEmpty ? [new RuleAnswer.Pass(file.Subject)] : [Flagged(file, faults)];
    }

    private static RuleAnswer Flagged(PermitCase file, ImmutableArray<ZoneFault> faults)
    {
        ImmutableArray<LawRef> laws = [.. faults.SelectMany(fault => fault.Laws).Distinct()];
        var cause = Causes.OfPermit(file, LawKind.Zone, Severity.Violation, laws, knowledge => Faults(file, knowledge).IsEmpty);
        var days = faults.Select(fault => new ZoneDays(fault.Zone, fault.Days));
        // One zone is told by what is wrong with it; several by their days, so that none is passed over.
        var single = faults.Length == 1 ? faults[0] : null;
        var evidence = Evidence.Of(
            ("kind", single?.Kind), ("zone", single?.Zone), ("zones", EvidenceValue.Texts(faults.Select(fault => fault.Zone))),
            ("daysWithoutZone", ZoneDays.AsEvidence(days)), ("issuedOn", file.Permit.IssuedOn.AsEvidence()));
        return new RuleAnswer.Flagged(file.Subject, cause.Severity, cause.Kind, cause.On(evidence), cause.Laws(laws));
    }

    private static ImmutableArray<ZoneFault> Faults(PermitCase file, LawKnowledge knowledge)
    {
        List<ZoneFault>? faults = null;
        foreach (var zone in file.Permit.Zones)
        {
            if (ZoneFault.Find(file, zone, file.Permit.Ranges, knowledge) is { } fault) (faults ??= []).Add(fault);
        }

        return faults is null ? [] : [.. faults];
    }
}
