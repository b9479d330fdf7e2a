using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace ArgaliConcessions.Domain.Law;

/// <summary>A figure or fact in an answer, kept as a value so that any language can word it later.</summary>
public abstract record EvidenceValue
{
    public sealed record Text(string Value) : EvidenceValue;

    public sealed record Number(decimal Value) : EvidenceValue;

    public sealed record Date(LocalDate Value) : EvidenceValue;

    public sealed record Dates(LocalDate From, LocalDate To) : EvidenceValue;

    public sealed record Names(LocalizedNames Value) : EvidenceValue;

    public sealed record Many(ImmutableArray<EvidenceValue> Items) : EvidenceValue
    {
        public bool Equals(Many? other) => other is not null && Items.SequenceEqual(other.Items);

        public override int GetHashCode() => Items.Length;
    }

    public static EvidenceValue Texts(IEnumerable<string> items) => List(items.Select(item => (EvidenceValue)item));

    public static EvidenceValue Spans(IEnumerable<DateInterval> items) => List(items.Select(item => (EvidenceValue)item));

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator EvidenceValue?(string? value) => value is null ? null : new Text(value);

    public static implicit operator EvidenceValue(int value) => new Number(value);

    public static implicit operator EvidenceValue(decimal value) => new Number(value);

    public static implicit operator EvidenceValue(LocalDate value) => new Date(value);

    public static implicit operator EvidenceValue(DateInterval value) => new Dates(value.Start, value.End);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator EvidenceValue?(LocalizedNames? value) => value is null ? null : new Names(value);

    public static EvidenceValue List(IEnumerable<EvidenceValue> items) => new Many([.. items]);

    /// <summary>Metres, rounded to 0.1 m as all answers are.</summary>
    public static EvidenceValue Metres(double value) => new Number(Math.Round((decimal)Math.Clamp(value, -1e9, 1e9), 1));
}

/// <summary>Named figures and facts of an answer, in ordinal order of their names (camelCase).</summary>
public sealed class Evidence : IEquatable<Evidence>
{
    public static readonly Evidence None = new(ImmutableSortedDictionary.Create<string, EvidenceValue>(StringComparer.Ordinal));

    private readonly ImmutableSortedDictionary<string, EvidenceValue> _values;

    private Evidence(ImmutableSortedDictionary<string, EvidenceValue> values) => _values = values;

    public IReadOnlyDictionary<string, EvidenceValue> Values => _values;

    public static Evidence Of(params ReadOnlySpan<(string Name, EvidenceValue? Value)> values)
    {
        var builder = None._values.ToBuilder();
        foreach (var (name, value) in values)
        {
            if (value is not null) builder[name] = value;
        }

        return new Evidence(builder.ToImmutable());
    }

    public static Evidence From(IEnumerable<KeyValuePair<string, EvidenceValue>> values) => new(None._values.AddRange(values));

    public Evidence With(string name, EvidenceValue value) => new(_values.SetItem(name, value));

    /// <summary>Both; where they share a name, the other's value.</summary>
    public Evidence And(Evidence other) => other._values.IsEmpty ? this : new(_values.SetItems(other._values));

    public bool Equals(Evidence? other) => other is not null && _values.SequenceEqual(other._values);

    public override bool Equals(object? obj) => Equals(obj as Evidence);

    public override int GetHashCode() => _values.Count;
}
