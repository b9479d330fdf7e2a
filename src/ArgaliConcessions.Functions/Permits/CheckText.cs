using ArgaliConcessions.Domain.Permits.Verdicts;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>Words a check of a verdict, for JSON and pages alike.</summary>
internal static class CheckText
{
    public static string Of(VerdictCheck check, Texts texts) =>
        texts.FormatFirst(VerdictTexts.CheckKeys(check), ReasonText.Args(check.Evidence));
}
