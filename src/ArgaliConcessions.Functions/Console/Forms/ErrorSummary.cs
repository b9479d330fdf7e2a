using ArgaliConcessions.Functions.Pages;

namespace ArgaliConcessions.Functions.Console.Forms;

/// <summary>Everything that is wrong, above the form, each with a link to its field. It takes the focus, so that a screen reader begins with it.</summary>
internal static class ErrorSummary
{
    /// <param name="errors">The field, or null where it is of the whole, and what is wrong in words.</param>
    public static Markup Render(Visit visit, IReadOnlyCollection<(string? Field, string Text)> errors) => Markup.When(errors.Count > 0, () => Markup.Of(
        $"""
        <div class="errors" role="alert" tabindex="-1" autofocus>
        <h2>{visit.Say("errors")}</h2>
        <ul>{errors.Select(e => Markup.Of($"<li>{Line(e)}</li>"))}</ul>
        </div>

        """));

    private static Markup Line((string? Field, string Text) error) =>
        error.Field is { } field ? Markup.Of($"<a href=\"#{Field.IdOf(field)}\">{error.Text}</a>") : Markup.Of($"{error.Text}");
}
