namespace ArgaliConcessions.Functions.Console.Forms;

/// <summary>What a browser sent of a form. Texts are clean, and trimmed; a field that was left empty is as one that is not there.</summary>
/// <param name="fields">By name, in the order of the page.</param>
internal sealed class Form(IReadOnlyDictionary<string, IReadOnlyList<string>> fields, IReadOnlyDictionary<string, FormFile> files)
{
    /// <summary>The field of the token that shows that this console made the form.</summary>
    public const string TokenField = "form-token";

    /// <summary>The field of the key under which the form is taken once.</summary>
    public const string KeyField = "form-key";

    /// <summary>Under which the form is taken once: 1 to 128 visible ASCII characters.</summary>
    public string Key => Text(KeyField)!;

    /// <summary>The one value of a field, or its first; null when it is not there or was left empty.</summary>
    public string? Text(string name) => All(name) is [var first, ..] ? first : null;

    /// <summary>All values of a field that were not left empty.</summary>
    public IReadOnlyList<string> All(string name) => fields.TryGetValue(name, out var values) ? values : [];

    /// <summary>Whether a box was ticked.</summary>
    public bool Has(string name) => Text(name) is not null;

    /// <summary>A file; null when none was chosen.</summary>
    public FormFile? File(string name) => files.GetValueOrDefault(name);
}

/// <summary>A file that was chosen in a form.</summary>
/// <param name="Name">As the browser tells it: to be shown, never to be opened.</param>
/// <param name="MediaType">As the browser guesses it; empty when it does not.</param>
internal sealed record FormFile(string Name, string MediaType, ReadOnlyMemory<byte> Bytes);
