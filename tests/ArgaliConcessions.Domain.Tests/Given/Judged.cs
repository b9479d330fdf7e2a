using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Domain.Tests.Given;

/// <summary>Cases for rules, and their answers: whatever is flagged must also have words in both languages.</summary>
public static class Judged
{
    public static PermitCase Case(Permit permit, LawBook? law = null, params Harvest[] harvests) => new()
    {
        Permit = permit,
        Harvests = harvests,
        Law = law ?? A.Law().Build(),
        Line = A.Revisions(("2014-06-01", A.Line())),
        Today = A.Date("2015-06-01"),
        Knowledge = LawKnowledge.Everything,
    };

    public static List<RuleAnswer> By<T>(PermitCase file)
        where T : IPermitRule, new()
    {
        var rule = new T();
        var answers = rule.Judge(file).ToList();
        foreach (var flagged in answers.OfType<RuleAnswer.Flagged>()) AssertWorded(rule.Info, flagged, rule.ChecksAtIssue);
        return answers;
    }

    /// <summary>The answer about the permit itself.</summary>
    public static RuleAnswer OfPermit<T>(PermitCase file)
        where T : IPermitRule, new() => By<T>(file).Single(answer => answer.Subject.Type == SubjectType.Permit);

    /// <summary>The only answer about a harvest.</summary>
    public static RuleAnswer OfTake<T>(PermitCase file)
        where T : IPermitRule, new() => By<T>(file).Single(answer => answer.Subject.Type == SubjectType.Harvest);

    public static LineCase Line(LineTally tally, params ReadOnlySpan<(string PublishedOn, QuotaLine Line)> revisions) =>
        new("demo-north", "2014", "rams", A.Revisions(revisions.IsEmpty ? [("2014-06-01", A.Line())] : revisions), tally, LawKnowledge.Everything);

    public static NationalCase National(int? quota, LineTally tally, int allocated = 0, string? accepted = null) => new(
        "2014", "argali", quota is { } animals ? A.Revisions(("2014-05-01", new NationalQuota("2014", "argali", animals, accepted))) : null,
        allocated, tally, LawKnowledge.Everything);

    public static RuleAnswer.Flagged Flag(RuleAnswer answer) => Assert.IsType<RuleAnswer.Flagged>(answer);

    /// <summary>Flagged with this severity and cause.</summary>
    public static RuleAnswer.Flagged Is(this RuleAnswer answer, Severity severity, FindingCause cause)
    {
        var flagged = Flag(answer);
        Assert.Equal((severity, cause), (flagged.Severity, flagged.Cause));
        return flagged;
    }

    public static void Passes(this RuleAnswer answer) => Assert.IsType<RuleAnswer.Pass>(answer);

    public static void Misses(this RuleAnswer answer, string missing) => Assert.Equal(missing, Assert.IsType<RuleAnswer.NotJudged>(answer).Missing);

    /// <summary>The evidence of a name as plain text, dates as ISO.</summary>
    public static string? Told(this Evidence evidence, string name) => evidence.Values.TryGetValue(name, out var value) ? Plain(value) : null;

    public static string? Told(this RuleAnswer.Flagged flagged, string name) => flagged.Evidence.Told(name);

    public static void AssertWorded(RuleInfo rule, RuleAnswer.Flagged flagged, bool checkedAtIssue = false)
    {
        Wordings.AssertFilled("rules", FindingTexts.DetailKeys(rule.Code, flagged.Cause, flagged.Severity, flagged.Evidence), flagged.Evidence);
        Wordings.AssertFilled("rules", FindingTexts.TodoKeys(rule.Code, flagged.Cause, flagged.Severity, flagged.Evidence), flagged.Evidence);
        if (checkedAtIssue && flagged.Cause == FindingCause.AtIssue && flagged.Subject.Type == SubjectType.Permit)
        {
            Wordings.AssertFilled("rules", FindingTexts.ReasonKeys(rule.Code, flagged.Evidence), flagged.Evidence);
        }
    }

    private static string Plain(EvidenceValue value) => value switch
    {
        EvidenceValue.Text text => text.Value,
        EvidenceValue.Number number => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        EvidenceValue.Date date => date.Value.ToString("uuuu-MM-dd", null),
        EvidenceValue.Dates dates => $"{dates.From:uuuu-MM-dd}/{dates.To:uuuu-MM-dd}",
        EvidenceValue.Names names => names.Value.In("en"),
        EvidenceValue.Many many => $"[{string.Join(' ', many.Items.Select(Plain))}]",
        _ => throw new InvalidOperationException(value.GetType().Name),
    };
}
