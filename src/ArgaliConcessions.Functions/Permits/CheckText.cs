using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits.Verdicts;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>Words a check of a verdict, for JSON and pages alike.</summary>
internal static class CheckText
{
    /// <summary>
    /// The first there is of <c>check.NAME.CODE.KIND</c>, <c>check.NAME.CODE</c>, <c>check.NAME.RESULT</c>; KIND is the evidence
    /// <c>kind</c>, and the placeholders are names of the evidence.
    /// </summary>
    public static string Of(VerdictCheck check, Texts texts) =>
        texts.Format(Keys(check).FirstOrDefault(texts.Has) ?? $"check.{check.Check}", ReasonText.Args(check.Evidence));

    private static IEnumerable<string> Keys(VerdictCheck check)
    {
        var root = $"check.{check.Check}";
        var result = Json.Camel(check.Result.ToString());
        if (check.Code is { } code)
        {
            if (check.Evidence.Values.GetValueOrDefault("kind") is EvidenceValue.Text kind) yield return $"{root}.{code}.{kind.Value}";
            yield return $"{root}.{code}.{result}";
            yield return $"{root}.{code}";
        }

        yield return $"{root}.{result}";
    }
}
