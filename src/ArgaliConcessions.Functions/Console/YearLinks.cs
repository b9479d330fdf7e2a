using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Pages;

namespace ArgaliConcessions.Functions.Console;

/// <summary>The hunting years that a page can be shown for.</summary>
internal static class YearLinks
{
    public static Markup Render(Visit visit, string route, IReadOnlyCollection<HuntingYear> years, HuntingYear shown) => Markup.When(years.Count > 1, () => Markup.Of(
        $"""
        <nav aria-label="{visit.Say("years")}"><ul class="years">{years.Select(y => Markup.Of($"<li><a href=\"{visit.At(route, ("year", y.Id))}\"{(y == shown ? new Markup(" aria-current=\"page\"") : Markup.None)}>{y.Label}</a></li>"))}</ul></nav>
        """));
}
