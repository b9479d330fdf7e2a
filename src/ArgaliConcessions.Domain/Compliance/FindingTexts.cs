using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Compliance;

/// <summary>Which text words a flagged answer: the first of these keys that the text files have.</summary>
public static class FindingTexts
{
    /// <summary>
    /// <c>rule.CODE.detail.KIND.VARIANT</c>, <c>….VARIANT</c>, <c>….KIND</c>, <c>rule.CODE.detail</c>, where KIND is the evidence <c>kind</c> and VARIANT is
    /// <c>lawChanged</c>, <c>issueDateUnknown</c> or, of any other notice, <c>notice</c>. The placeholders of the chosen text are names of the evidence.
    /// </summary>
    public static IEnumerable<string> DetailKeys(string code, FindingCause cause, Severity severity, Evidence evidence) =>
        Keys($"rule.{code}.detail", Kind(evidence), Variant(cause, severity, evidence));

    /// <summary>What to do: as <see cref="DetailKeys"/>, with <c>todo</c>.</summary>
    public static IEnumerable<string> TodoKeys(string code, FindingCause cause, Severity severity, Evidence evidence) =>
        Keys($"rule.{code}.todo", Kind(evidence), Variant(cause, severity, evidence));

    /// <summary>A refusal at issue: <c>reason.CODE.KIND</c>, <c>reason.CODE</c>.</summary>
    public static IEnumerable<string> ReasonKeys(string code, Evidence evidence) => Keys($"reason.{code}", Kind(evidence), null);

    private static IEnumerable<string> Keys(string root, string? kind, string? variant)
    {
        if (kind is not null && variant is not null) yield return $"{root}.{kind}.{variant}";
        if (variant is not null) yield return $"{root}.{variant}";
        if (kind is not null) yield return $"{root}.{kind}";
        yield return root;
    }

    private static string? Kind(Evidence evidence) => evidence.Values.GetValueOrDefault("kind") is EvidenceValue.Text kind ? kind.Value : null;

    private static string? Variant(FindingCause cause, Severity severity, Evidence evidence)
    {
        if (cause == FindingCause.LawChanged) return "lawChanged";
        if (evidence.Values.ContainsKey("issueDate")) return "issueDateUnknown";
        return severity == Severity.Notice ? "notice" : null;
    }
}
