using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R08 of a quota line: animals killed and animals hit but not recovered are within it. A wounded animal counts as taken:
/// dzen.ru/b/Y6xPzIfp-AV4USq2 (permit form), cis-legislation.com rgn=66249.
/// </summary>
public sealed class OvertakenLine : ILineRule
{
    public const string Code = "overtaken";

    public RuleInfo Info { get; } = new("R08", Code, ["cis-legislation.com rgn=66249", "base.garant.ru/70801690"]);

    public IEnumerable<RuleAnswer> Judge(LineCase line)
    {
        var subject = FindingSubject.Line(line.Concession, line.Year, line.LineId);
        // That a line has no version which counts is said once, by R06.
        if (line.Line.As(line.Knowledge) is not { } current) return [];
        if (line.Tally.Taken <= current.Value.Animals) return [new RuleAnswer.Pass(subject)];
        var evidence = Evidence(line.Tally, current.Value.Animals);
        return [new RuleAnswer.Flagged(subject, Severity.Violation, FindingCause.Conduct, evidence, [LawRefs.Line(line, current)])];
    }

    /// <summary><c>animals</c>, <c>killed</c>, <c>wounded</c> (not recovered), <c>taken</c> (both), <c>over</c>.</summary>
    internal static Evidence Evidence(LineTally tally, int animals) => Law.Evidence.Of(
        ("animals", animals), ("killed", tally.Killed), ("wounded", tally.WoundedNotRecovered), ("taken", tally.Taken),
        ("over", tally.Taken - animals));
}
