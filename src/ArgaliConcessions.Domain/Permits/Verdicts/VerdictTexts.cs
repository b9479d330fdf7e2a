using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Permits.Verdicts;

/// <summary>Which text words a check: the first of these keys that the text files have.</summary>
public static class VerdictTexts
{
    /// <summary>
    /// <c>check.CHECK.RESULT.CODE.KIND</c>, <c>check.CHECK.RESULT.CODE</c>, <c>check.CHECK.RESULT</c>; of zones that pass though some are not in
    /// force, <c>check.zones.pass.some</c>. The placeholders of the chosen text are names of the evidence.
    /// </summary>
    public static IEnumerable<string> CheckKeys(VerdictCheck check)
    {
        var root = $"check.{check.Check}.{Result(check.Result)}";
        var kind = check.Evidence.Values.GetValueOrDefault("kind") is EvidenceValue.Text text ? text.Value : null;
        if (check.Code is not null && kind is not null) yield return $"{root}.{check.Code}.{kind}";
        if (check.Code is not null) yield return $"{root}.{check.Code}";
        if (check.Code is null && check.Evidence.Values.ContainsKey("zonesNotInForce")) yield return $"{root}.some";
        yield return root;
    }

    private static string Result(CheckResult result) => result switch
    {
        CheckResult.Pass => "pass",
        CheckResult.Fail => "fail",
        CheckResult.CannotTell => "cannotTell",
        _ => "notAsked",
    };
}
