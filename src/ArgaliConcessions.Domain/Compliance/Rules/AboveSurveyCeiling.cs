namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R27 of a concession: its lines are together within what the latest count of their taxon on its ground carries (<see cref="Surveys.SurveyCeiling"/>), and
/// that count is no older than the authority allows. Of lines that are together above it, those are flagged that went past it. A concession that
/// nobody has counted is not judged.
/// </summary>
public sealed class AboveSurveyCeiling : ILineRule
{
    public const string Code = "above-survey-ceiling";

    public RuleInfo Info { get; } = new("R27", Code, SurveyAnswers.Sources);

    public IEnumerable<RuleAnswer> Judge(LineCase line)
    {
        // That a line has no version which counts is said once, by R06.
        if (line.Line.As(line.Knowledge) is not { } current) return [];
        var subject = FindingSubject.Line(line.Concession, line.Year, line.LineId);
        var share = Surveys.QuotaShare.Of(line.LineId, current);
        return
        [
            SurveyAnswers.Of(
                subject, share, current.Value.AboveCeilingReason, LawRefs.Line(line, current), line.Surveys.For(current.Value.Taxon, current.Basis?.PublishedOn),
                survey => share.TogetherWithLines(line.Shares, survey.Survey.Taxon, line.Surveys.Taxa)),
        ];
    }
}
