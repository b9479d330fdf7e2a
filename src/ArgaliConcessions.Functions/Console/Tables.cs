using ArgaliConcessions.Functions.Pages;

namespace ArgaliConcessions.Functions.Console;

/// <summary>Tables that may be wider than a phone.</summary>
internal static class Tables
{
    /// <summary>A box that scrolls by itself, with the keyboard too, so that the page does not.</summary>
    /// <param name="labelledBy">The id of the heading that names it.</param>
    public static Markup Scroll(string labelledBy, Markup table) =>
        Markup.Of($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{labelledBy}\">{table}</div>\n");
}
