using ArgaliConcessions.Functions.Pages;

namespace ArgaliConcessions.Functions.Console.Forms;

/// <summary>That something went well, above what follows from it; a screen reader says it first.</summary>
internal static class Notice
{
    public static Markup Done(string title, Markup more = default) => Markup.Of(
        $"""
        <div class="done" role="status" tabindex="-1" autofocus>
        <p><strong>{title}</strong></p>
        {more}
        </div>

        """);
}
