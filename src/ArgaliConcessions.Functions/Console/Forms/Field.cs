using ArgaliConcessions.Functions.Pages;

namespace ArgaliConcessions.Functions.Console.Forms;

/// <summary>One field of a form: its label, what to know before filling it in, and what was wrong with it, all tied to it for those who cannot see.</summary>
/// <param name="Name">Its name in the form; its element's id is <c>f-name</c>.</param>
internal sealed record Field(string Name, string Label)
{
    public string? Value { get; init; }

    public string? Hint { get; init; }

    /// <summary>What is wrong with the value, in words.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>Whether it must be filled in; the browser asks for it.</summary>
    public bool Required { get; init; }

    /// <summary>Further attributes, written as markup: <c> maxlength="40"</c>.</summary>
    public Markup Attributes { get; init; }

    private string Id => IdOf(Name);

    /// <summary>The id of a field's element, which an error summary leads to.</summary>
    public static string IdOf(string name) => $"f-{name}";

    /// <param name="type">Of the input: <c>text</c>, <c>date</c>, <c>number</c>, <c>password</c>, <c>file</c>.</param>
    public Markup Input(string type = "text") => Around(Markup.Of($"<input type=\"{type}\" value=\"{Value}\"{Common}>"));

    public Markup TextArea() => Around(Markup.Of($"<textarea{Common}>{Value}</textarea>"));

    /// <param name="empty">What stands for no choice; null where one must always be made.</param>
    public Markup Select(IEnumerable<(string Value, string Text)> options, string? empty = null) => Around(Markup.Of(
        $"<select{Common}>{Markup.When(empty is not null, () => Markup.Of($"<option value=\"\">{empty}</option>"))}{options.Select(Option)}</select>"));

    /// <summary>Boxes to tick, as a group with the label for its legend.</summary>
    public Markup Boxes(IEnumerable<(string Value, string Text)> options, IReadOnlyList<string> ticked) => Markup.Of(
        $"""
        <fieldset id="{Id}"{DescribedBy}><legend>{Label}</legend>{Told}{options.Select((o, i) => Box(o, i, ticked))}</fieldset>

        """);

    private Markup Common => Markup.Of(
        $" id=\"{Id}\" name=\"{Name}\"{(Required ? new Markup(" required") : Markup.None)}{(Errors.Count > 0 ? new Markup(" aria-invalid=\"true\"") : Markup.None)}{DescribedBy}{Attributes}");

    private Markup DescribedBy => Markup.When(Hint is not null || Errors.Count > 0, () => Markup.Of(
        $" aria-describedby=\"{string.Join(' ', new[] { Hint is null ? null : $"{Id}-hint", Errors.Count > 0 ? $"{Id}-error" : null }.OfType<string>())}\""));

    private Markup Told => Markup.Of(
        $"{Markup.When(Hint is not null, () => Markup.Of($"<p class=\"hint\" id=\"{Id}-hint\">{Hint}</p>"))}{Markup.When(Errors.Count > 0, () => Markup.Of($"<p class=\"error\" id=\"{Id}-error\">{string.Join(" ", Errors)}</p>"))}");

    private Markup Around(Markup control) => Markup.Of($"<div class=\"field\"><label for=\"{Id}\">{Label}</label>{Told}{control}</div>\n");

    private Markup Option((string Value, string Text) option) =>
        Markup.Of($"<option value=\"{option.Value}\"{(option.Value == Value ? new Markup(" selected") : Markup.None)}>{option.Text}</option>");

    private Markup Box((string Value, string Text) option, int index, IReadOnlyList<string> ticked) => Markup.Of(
        $"<span class=\"choice\"><input type=\"checkbox\" id=\"{Id}-{index}\" name=\"{Name}\" value=\"{option.Value}\"{(ticked.Contains(option.Value, StringComparer.Ordinal) ? new Markup(" checked") : Markup.None)}><label for=\"{Id}-{index}\">{option.Text}</label></span>");
}
