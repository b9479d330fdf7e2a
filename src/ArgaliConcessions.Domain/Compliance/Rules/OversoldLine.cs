using System.Collections.Immutable;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R06 of a quota line: no more animals are on its permits than it has; those revoked, returned or closed without a take do not count. One finding a line, with
/// the permits past the quota in order of issue. Documented: an outfitter with no allocation took clients (eurasianet.org, Kyrgyzstan 2012);
/// three permits for one region (ProPublica, Dec 2019).
/// </summary>
/// <remarks>Where an act published after the last of these permits lowered the line, it was the law that changed.</remarks>
public sealed class OversoldLine : ILineRule
{
    public const string Code = "oversold-line";

    public RuleInfo Info { get; } = new("R06", Code, ["eurasianet.org/kyrgyzstan-can-hunting-reform-stop-tourist-scams", "ProPublica via yahoo.com, Dec 2019"]);

    public IEnumerable<RuleAnswer> Judge(LineCase line)
    {
        var subject = FindingSubject.Line(line.Concession, line.Year, line.LineId);
        if (line.Line.As(line.Knowledge) is not { } current) return [new RuleAnswer.NotJudged(subject, "line")];
        if (line.Tally.Issued <= current.Value.Animals) return [new RuleAnswer.Pass(subject)];
        var past = Oversold.PermitsPast(line.Tally, current.Value.Animals);
        var lowered = LoweredBy(line, current, past);
        var evidence = Oversold.Evidence(line.Tally, current.Value.Animals, past)
            .And(lowered is null ? Evidence.None : Changed(lowered, line, past));
        return
        [
            new RuleAnswer.Flagged(
                subject, lowered is null ? Severity.Violation : Severity.Notice, lowered is null ? FindingCause.AtIssue : FindingCause.LawChanged,
                evidence, [LawRefs.Line(line, current)]),
        ];
    }

    /// <summary>The revision that made a line too small which was large enough when the last permit was issued; null when it never was.</summary>
    private static Revision<QuotaLine>? LoweredBy(LineCase line, Revision<QuotaLine> current, ImmutableArray<IssuedPermit> past)
    {
        if (past.IsEmpty || past[^1].IssuedOn is not { } last) return null;
        var then = line.Line.As(line.Knowledge.AsPublishedBy(last));
        return then is not null && line.Tally.Issued <= then.Value.Animals ? current : null;
    }

    private static Evidence Changed(Revision<QuotaLine> by, LineCase line, ImmutableArray<IssuedPermit> past) => Evidence.Of(
        ("changedBy", by.Basis is { } basis ? $"{basis.Title} {basis.Number}".Trim() : null),
        ("publishedOn", by.Basis is { } act ? act.PublishedOn : null),
        ("changedLaw", LawRefs.Line(line, by).Path),
        ("animalsBefore", line.Line.As(line.Knowledge.AsPublishedBy(past[^1].IssuedOn!.Value))!.Value.Animals));
}
