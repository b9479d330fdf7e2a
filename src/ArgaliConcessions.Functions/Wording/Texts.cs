using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace ArgaliConcessions.Functions.Wording;

/// <summary>
/// All words that a person reads, in one language. Keys are flat (<c>refusal.season-closed.title</c>); the two files
/// have the same keys and placeholders. A key without a text answers itself, so that a gap is seen and not hidden.
/// </summary>
public sealed class Texts
{
    private static readonly FrozenDictionary<string, Texts> ByLanguage =
        Language.All.ToFrozenDictionary(l => l.Code, Load, StringComparer.Ordinal);

    private readonly FrozenDictionary<string, TextTemplate> _templates;
    private readonly WordForms _forms;

    private Texts(Language language, FrozenDictionary<string, TextTemplate> templates)
    {
        Language = language;
        _templates = templates;
        _forms = new WordForms(this);
    }

    public Language Language { get; }

    public IEnumerable<string> Keys => _templates.Keys;

    public static Texts For(Language language) => ByLanguage[language.Code];

    public bool Has(string key) => _templates.ContainsKey(key);

    /// <summary>The names that a text's placeholders use; empty for an unknown key.</summary>
    public IReadOnlyCollection<string> Placeholders(string key) => _templates.TryGetValue(key, out var template) ? template.Names : [];

    /// <summary>The text of a key with its placeholders filled; the key itself when there is no such text.</summary>
    /// <param name="args">
    /// Values by name: text, numbers, dates, instants, enum members (worded by <c>word.type.value</c>). An argument
    /// that is missing leaves its placeholder standing. Nothing is escaped for HTML: that is the page's work.
    /// </param>
    public string Format(string key, IReadOnlyDictionary<string, object?> args) =>
        _templates.TryGetValue(key, out var template) ? template.Fill(args, _forms) : key;

    public string Format(string key, params (string Name, object? Value)[] args) =>
        Format(key, args.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal));

    /// <summary>The text of the first key that there is, else the last key itself.</summary>
    public string FormatFirst(IEnumerable<string> keys, IReadOnlyDictionary<string, object?> args)
    {
        var last = "";
        foreach (var key in keys)
        {
            if (Has(key)) return Format(key, args);
            last = key;
        }

        return last;
    }

    /// <summary>A single value in this language's form: a date in words, a number with its separators.</summary>
    public string Value(object? value) => _forms.Of(value);

    /// <summary>Merges the general file of a language with those of the features (<c>permits.ru.json</c>); a key stands in one of them only.</summary>
    private static Texts Load(Language language)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var texts = assembly.GetManifestResourceNames()
            .Where(n => n.EndsWith($".{language.Code}.json", StringComparison.Ordinal))
            .SelectMany(n => Read(assembly.GetManifestResourceStream(n)!))
            // Two files with one key are a fault that a test finds; the program goes on with either.
            .DistinctBy(t => t.Key, StringComparer.Ordinal);
        return new Texts(language, texts.ToFrozenDictionary(t => t.Key, t => TextTemplate.Parse(t.Value), StringComparer.Ordinal));
    }

    private static Dictionary<string, string> Read(Stream file)
    {
        using (file) return JsonSerializer.Deserialize<Dictionary<string, string>>(file) ?? [];
    }
}
