using ArgaliConcessions.Application.Permits.Validity;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Pages.Verdict;

/// <summary>What the inspector compares with the man, the rifle and the animal.</summary>
internal static class SubjectSection
{
    public static Markup Render(VerdictView view, Texts texts)
    {
        var (permit, hunter) = (view.Permit, view.Permit.Hunter);
        var animal = view.TaxonNames is { } names ? NamesText.Html(names, texts) : Markup.Of($"{permit.Animal.Taxon}");
        var age = permit.Animal.MinimumAgeYears is { } years ? ", " + texts.Format("page.verdict.minimumAge", ("years", years)) : "";
        return Markup.Of(
            $"""
            <h2>{texts.Format("page.verdict.compare")}</h2>
            <dl class="subject">
            {Row("hunter", NamesText.Html(hunter.Names, texts), texts)}{Row("passport", hunter.AsInPassport, texts)}{Row("nationality", hunter.Nationality, texts)}{Row("document", hunter.DocumentEndsWith, texts)}
            {Row("concession", NamesText.Html(view.ConcessionNames, texts), texts)}{Markup.When(permit.Zones.Length > 0, () => Row("zones", Zones(view, texts), texts))}
            {Row("animal", Markup.Of($"{animal}, {texts.Value(permit.Animal.Sex)}{age}"), texts)}{Row("left", texts.Value(view.AnimalsLeft), texts)}
            {Row("ranges", string.Join("; ", permit.Ranges.Select(r => texts.Value(r))), texts)}
            {Row("weapon", permit.Weapon, texts)}{Row("tag", permit.Tag, texts)}{Row("paper", permit.Paper?.ToString(), texts)}
            {Row("takes", string.Join("; ", permit.Takes.Select(t => $"{texts.Value(t.On)}: {texts.Value(t.Outcome)}")), texts)}
            </dl>
            """);
    }

    private static Markup Zones(VerdictView view, Texts texts) =>
        Markup.Join(view.Zones.Select((zone, i) => Markup.Of($"{(i == 0 ? "" : "; ")}{(zone.Names is null ? Markup.Of($"{zone.Id}") : NamesText.Html(zone.Names, texts))}")));

    private static Markup Row(string key, string? value, Texts texts) => string.IsNullOrEmpty(value) ? Markup.None : Row(key, Markup.Of($"{value}"), texts);

    private static Markup Row(string key, Markup value, Texts texts) => Markup.Of($"<dt>{texts.Format($"page.verdict.{key}")}</dt><dd>{value}</dd>");
}
