using System.Collections;
using System.Globalization;
using ArgaliConcessions.Domain.Law;
using NodaTime;

namespace ArgaliConcessions.Functions.Wording;

/// <summary>How values are written in a language: dates in its words, numbers and plural forms by its grammar.</summary>
internal sealed class WordForms(Texts texts)
{
    private readonly Grammar _grammar = Grammar.Of(texts.Language);
    private readonly string[] _languages = [.. texts.Language.Chain];

    public string Of(object? value) => value switch
    {
        null => "–",
        string text => text,
        LocalDate date => Date(date),
        Instant instant => Moment(instant),
        bool flag => texts.Format(flag ? "word.yes" : "word.no"),
        int or long or short or byte => Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString("#,0", _grammar.Numbers),
        double or float or decimal => Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString("#,0.###", _grammar.Numbers),
        Enum member => Word(member),
        LocalizedNames names => names.In(_languages),
        DateInterval span => Span(span.Start, span.End),
        EvidenceValue evidence => Of(Plain(evidence)),
        IEnumerable list => Listed([.. list.Cast<object?>()]),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>The form that goes with a number; the last form when the value is none.</summary>
    public string Plural(object? value, string[] forms)
    {
        var plain = value is EvidenceValue evidence ? Plain(evidence) : value;
        return plain is int or long or short or byte or double or float or decimal
            ? _grammar.Form(Whole(Convert.ToDecimal(plain, CultureInfo.InvariantCulture)), forms)
            : forms[^1];
    }

    /// <summary>Items side by side; lists within a list as groups, each named by its first word: <c>north: 2 to 31 March 2015; south: …</c>.</summary>
    private string Listed(List<object?> items) => items.Exists(item => item is object?[])
        ? string.Join("; ", items.Select(Grouped))
        : string.Join(", ", items.Select(Of));

    private string Grouped(object? item) => item is object?[] { Length: > 1 } group && group[0] is string name
        ? $"{name}: {Listed([.. group[1..]])}"
        : Of(item);

    private static long? Whole(decimal number) => decimal.IsInteger(number) && Math.Abs(number) < long.MaxValue ? (long)number : null;

    private static object? Plain(EvidenceValue value) => value switch
    {
        EvidenceValue.Text text => text.Value,
        EvidenceValue.Number number => number.Value,
        EvidenceValue.Date date => date.Value,
        EvidenceValue.Dates dates => new DateInterval(dates.From, dates.To),
        EvidenceValue.Names names => names.Value,
        EvidenceValue.Many many => many.Items.Select(Plain).ToArray(),
        _ => throw new InvalidOperationException($"No words for {value.GetType().Name}."),
    };

    private string Span(LocalDate from, LocalDate to) =>
        from == to ? Date(from) : texts.Format("date.span", ("from", from), ("to", to));

    private string Date(LocalDate date) => texts.Format(
        "date.long",
        ("day", date.Day.ToString(CultureInfo.InvariantCulture)),
        ("month", texts.Format($"month.{date.Month}")),
        ("year", date.Year.ToString(CultureInfo.InvariantCulture)));

    private string Moment(Instant instant)
    {
        var utc = instant.InUtc();
        return texts.Format("date.moment", ("date", utc.Date), ("time", utc.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture)));
    }

    private string Word(Enum member)
    {
        var name = Camel(member.ToString());
        var key = $"word.{Camel(member.GetType().Name)}.{name}";
        return texts.Has(key) ? texts.Format(key) : name;
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
