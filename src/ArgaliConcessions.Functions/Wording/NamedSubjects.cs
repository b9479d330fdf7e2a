namespace ArgaliConcessions.Functions.Wording;

/// <summary>
/// What every language says in its own words: whatever a person in the field is shown. A language with a fallback has these texts, all of them and no
/// others: half a page in each of two languages is harder to read than one.
/// </summary>
internal static class NamedSubjects
{
    /// <summary>How the keys of these texts begin.</summary>
    public static IReadOnlyList<string> Prefixes { get; } =
    [
        "refusal.permit-not-found", "refusal.permit-number-misread", "refusal.token-",
        "date.", "month.", "word.no", "word.yes", "word.sex.", "word.harvestOutcome.",
        "verdict.", "nextStep.", "check.", "page.verdict.", "page.result.", "report.act.text",
        "fieldsheet.", "permitpaper.", "map.",
    ];

    public static bool Include(string key) => Prefixes.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal));
}
