using ArgaliConcessions.Functions.Console.Forms;
using ArgaliConcessions.Functions.Pages;

namespace ArgaliConcessions.Functions.Console.Imports;

/// <summary>Something that is said of a file: a parameter of the route that imports it, with its label and hint under <c>console.imports.field.name</c>.</summary>
/// <param name="Name">The parameter's.</param>
internal sealed record ImportField(string Name)
{
    public bool Required { get; init; }

    /// <summary>What may be chosen; empty where anything may be written.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The value of a box that is ticked; null where it is none.</summary>
    public string? Ticked { get; init; }

    public Markup Render(Visit visit, string? value, IReadOnlyList<string> errors)
    {
        var field = new Field(Name, visit.Say($"imports.field.{Name}"))
        {
            Value = value, Errors = errors, Hint = visit.Say($"imports.field.{Name}.hint"), Attributes = Required ? new Markup(" aria-required=\"true\"") : Markup.None,
        };
        if (Ticked is not null) return field.Boxes([(Ticked, visit.Say($"imports.field.{Name}.yes"))], value is null ? [] : [value]);
        return Choices.Count > 0 ? field.Select(Choices.Select(c => (c, c)), visit.Say($"imports.field.{Name}.none")) : field.Input();
    }
}
