using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Compliance;

/// <summary>A finding in words: the text that fits its kind, cause and severity best.</summary>
/// <param name="Title">What the rule is about.</param>
/// <param name="Detail">What was found, with its figures.</param>
/// <param name="ToDo">What to do about it.</param>
public sealed record FindingWords(string Title, string Detail, string ToDo)
{
    public static FindingWords Of(Finding finding, Texts texts)
    {
        var args = ReasonText.Args(finding.Evidence);
        return new FindingWords(
            texts.Format($"rule.{finding.Code}.title", args),
            texts.Format(First(FindingTexts.DetailKeys(finding.Code, finding.Cause, finding.Severity, finding.Evidence), texts), args),
            texts.Format(First(FindingTexts.TodoKeys(finding.Code, finding.Cause, finding.Severity, finding.Evidence), texts), args));
    }

    // The last key is the plainest; where even that has no text the key itself shows the gap.
    private static string First(IEnumerable<string> keys, Texts texts)
    {
        var all = keys.ToList();
        return all.Find(texts.Has) ?? all[^1];
    }
}
