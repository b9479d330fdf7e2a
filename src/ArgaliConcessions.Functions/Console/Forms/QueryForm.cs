using ArgaliConcessions.Functions.Pages;

namespace ArgaliConcessions.Functions.Console.Forms;

/// <summary>A form that only asks: what was filled in stands in the address of the page that it leads to.</summary>
internal static class QueryForm
{
    public static Markup Render(Visit visit, string route, Markup fields, string button) => Markup.Of(
        $"""
        <form method="get" action="{visit.Call.Address(route)}" class="ask">
        {Markup.When(visit.Call.Request.Query.ContainsKey("lang"), () => Markup.Of($"<input type=\"hidden\" name=\"lang\" value=\"{visit.Texts.Language.Code}\">"))}{fields}
        <button class="second">{button}</button>
        </form>

        """);
}
