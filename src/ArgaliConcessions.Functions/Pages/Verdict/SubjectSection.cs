using ArgaliConcessions.Application.Permits.Validity;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Pages.Verdict;

/// <summary>What the inspector compares with the man, the rifle and the animal.</summary>
internal static class SubjectSection
{
    public static Markup Render(VerdictView view, Texts texts)
    {
        var (permit, hunter) = (view.Permit, view.Permit.Hunter);
        var animal = view.TaxonNames is { } names ? NamesText.Of(names, texts) : permit.Animal.Taxon;
        var age = permit.Animal.MinimumAgeYears is { } years ? ", " + texts.Format("page.verdict.minimumAge", ("years", years)) : "";
        return Markup.Of(
            $"""
            <h2>{texts.Format("page.verdict.compare")}</h2>
            <dl class="subject">
            {Row("hunter", NamesText.Of(hunter.Names, texts), texts)}{Row("passport", hunter.AsInPassport, texts)}{Row("nationality", hunter.Nationality, texts)}{Row("document", hunter.DocumentEndsWith, texts)}
            {Row("concession", NamesText.Of(view.ConcessionNames, texts), texts)}{Row("zones", string.Join("; ", view.Zones.Select(z => z.Names is null ? z.Id : NamesText.Of(z.Names, texts))), texts)}
            {Row("animal", $"{animal}, {texts.Value(permit.Animal.Sex)}{age}", texts)}{Row("left", texts.Value(view.AnimalsLeft), texts)}
            {Row("ranges", string.Join("; ", permit.Ranges.Select(r => texts.Value(r))), texts)}
            {Row("weapon", permit.Weapon, texts)}{Row("tag", permit.Tag, texts)}{Row("paper", permit.Paper?.ToString(), texts)}
            {Row("takes", string.Join("; ", permit.Takes.Select(t => $"{texts.Value(t.On)}: {texts.Value(t.Outcome)}")), texts)}
            </dl>
            """);
    }

    private static Markup Row(string key, string? value, Texts texts) =>
        string.IsNullOrEmpty(value) ? Markup.None : Markup.Of($"<dt>{texts.Format($"page.verdict.{key}")}</dt><dd>{value}</dd>");
}
