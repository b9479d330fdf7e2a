using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace ArgaliConcessions.Functions.Wording;

/// <summary>
/// All words that a person reads, in one language. Keys are flat (<c>refusal.season-closed.title</c>) and have the same placeholders in every
/// language. What a language has no text for, its <see cref="Language.Fallback"/> says, with its own dates and forms. A key that nobody has a text
/// for answers itself, so that a gap is seen and not hidden.
/// </summary>
public sealed class Texts
{
    private static readonly FrozenDictionary<string, Texts> ByLanguage =
        Language.All.ToFrozenDictionary(l => l.Code, Load, StringComparer.Ordinal);

    private readonly FrozenDictionary<string, TextTemplate> _templates;
    private readonly WordForms _forms;
    private readonly Action<Language>? _said;

    private Texts(Language language, FrozenDictionary<string, TextTemplate> templates, Action<Language>? said)
    {
        Language = language;
        _templates = templates;
        _forms = new WordForms(this);
        _said = said;
    }

    public Language Language { get; }

    /// <summary>The keys of this language's own texts.</summary>
    public IEnumerable<string> Keys => _templates.Keys;

    /// <summary>
    /// The texts of a language that has all of them: these, or those of the language that answers for it. For what is not among the
    /// <see cref="NamedSubjects"/>: one page, one language.
    /// </summary>
    public Texts Whole => Fallback?.Whole ?? this;

    private Texts? Fallback => Language.Fallback is not { } fallback ? null : _said is null ? For(fallback) : For(fallback).Noting(_said);

    public static Texts For(Language language) => ByLanguage[language.Code];

    /// <summary>The same texts, which tell the language of each text that is asked for.</summary>
    internal Texts Noting(Action<Language> said) => new(Language, _templates, said);

    /// <summary>Whether there is such a text, in this language or in one that answers for it.</summary>
    public bool Has(string key) => _templates.ContainsKey(key) || Fallback?.Has(key) == true;

    /// <summary>The names that a text's placeholders use; empty for a key that this language has no text of its own for.</summary>
    public IReadOnlyCollection<string> Placeholders(string key) => _templates.TryGetValue(key, out var template) ? template.Names : [];

    /// <summary>The text of a key with its placeholders filled; the key itself when there is no such text.</summary>
    /// <param name="args">
    /// Values by name: text, numbers, dates, instants, enum members (worded by <c>word.type.value</c>). An argument
    /// that is missing leaves its placeholder standing. Nothing is escaped for HTML: that is the page's work.
    /// </param>
    public string Format(string key, IReadOnlyDictionary<string, object?> args)
    {
        if (!_templates.TryGetValue(key, out var template)) return Fallback?.Format(key, args) ?? key;
        _said?.Invoke(Language);
        return template.Fill(args, _forms);
    }

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
        return new Texts(language, texts.ToFrozenDictionary(t => t.Key, t => TextTemplate.Parse(t.Value), StringComparer.Ordinal), said: null);
    }

    private static Dictionary<string, string> Read(Stream file)
    {
        using (file) return JsonSerializer.Deserialize<Dictionary<string, string>>(file) ?? [];
    }
}
