using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ArgaliConcessions.Functions.Console;

/// <summary>What all pages of the console share: the way past the head, where one is, who one is, the other language.</summary>
internal static class ConsoleLayout
{
    /// <summary>Each in its own words, for those who cannot read the page.</summary>
    private static readonly (string Code, string Name)[] Languages = [("en", "English"), ("ru", "Русский")];

    public static string Page(Visit visit, string title, string? current, Markup body, string styles)
    {
        var whole = Markup.Of(
            $"""
            <a class="skip" href="#main">{visit.Say("skip")}</a>
            <header class="bar">
            <p class="brand">{visit.Link(visit.Say("brand"), ConsoleDesk.Home)}</p>
            {Navigation(visit, current)}
            <div class="who">{Who(visit)}{LanguageLinks(visit)}</div>
            </header>
            <main id="main" tabindex="-1">
            <h1>{title}</h1>
            {body}
            </main>
            """);
        return PageLayout.Page(visit.Texts, $"{title} · {visit.Say("brand")}", whole, ConsoleStyles.Css + styles);
    }

    private static Markup Navigation(Visit visit, string? current)
    {
        var places = ConsolePlaces.All.Where(p => visit.May(p.Access)).ToList();
        return Markup.When(places.Count > 0, () => Markup.Of(
            $"""
            <nav aria-label="{visit.Say("navigation")}"><ul>{places.Select(p => Place(visit, p, p.Route == current))}</ul></nav>
            """));
    }

    private static Markup Place(Visit visit, ConsolePlace place, bool isHere) => Markup.Of(
        $"<li><a href=\"{visit.At(place.Route)}\"{(isHere ? new Markup(" aria-current=\"page\"") : Markup.None)}>{visit.Say($"place.{place.Name}")}</a></li>");

    private static Markup Who(Visit visit) => Markup.When(visit.Caller.Role != Role.Anyone, () => Markup.Of(
        $"""
        <span>{visit.Say("who", ("name", visit.Caller.Name ?? visit.Caller.Subject), ("role", visit.Caller.Role))}</span>
        {visit.Form("console/sign-out", Markup.Of($"<button class=\"plain\">{visit.Say("signOut")}</button>"))}
        """));

    private static Markup LanguageLinks(Visit visit) => Markup.Of(
        $"""
        <nav class="languages" aria-label="{visit.Say("languages")}"><ul>{Languages.Select(l => LanguageLink(visit, l.Code, l.Name))}</ul></nav>
        """);

    /// <summary>The same page in another language. A page that answers a form stands at the form's own address.</summary>
    private static Markup LanguageLink(Visit visit, string code, string name)
    {
        var request = visit.Call.Request;
        var query = request.Query.Where(p => p.Key is not "lang").SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v)));
        var address = QueryHelpers.AddQueryString(request.PathBase + request.Path, [.. query, new("lang", code)]);
        var isHere = visit.Texts.Language.Code == code ? new Markup(" aria-current=\"true\"") : Markup.None;
        return Markup.Of($"<li><a href=\"{address}\" lang=\"{code}\" hreflang=\"{code}\"{isHere}>{name}</a></li>");
    }
}
