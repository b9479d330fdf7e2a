#nullable disable // The real signatures say nothing of null.

using System.Collections;

namespace Azure.Data.Tables;

/// <summary>Stands for the class of the same name in Azure.Data.Tables: a row as a dictionary; its keys, time and version are entries too.</summary>
public sealed class TableEntity : ITableEntity, IDictionary<string, object>
{
    /// <summary>The entry that holds the version.</summary>
    internal const string ETagName = "odata.etag";

    private readonly Dictionary<string, object> _values;

    public TableEntity() => _values = new(StringComparer.Ordinal);

    public TableEntity(string partitionKey, string rowKey)
        : this()
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public TableEntity(IDictionary<string, object> values) => _values = values is null ? new(StringComparer.Ordinal) : new(values, StringComparer.Ordinal);

    public string PartitionKey { get => Get<string>(nameof(PartitionKey)); set => _values[nameof(PartitionKey)] = value; }

    public string RowKey { get => Get<string>(nameof(RowKey)); set => _values[nameof(RowKey)] = value; }

    public DateTimeOffset? Timestamp { get => Get<DateTimeOffset?>(nameof(Timestamp)); set => _values[nameof(Timestamp)] = value; }

    public ETag ETag { get => Get<string>(ETagName) is { } tag ? new ETag(tag) : default; set => _values[ETagName] = value.ToString(); }

    public int Count => _values.Count;

    public ICollection<string> Keys => _values.Keys;

    ICollection<object> IDictionary<string, object>.Values => _values.Values;

    bool ICollection<KeyValuePair<string, object>>.IsReadOnly => false;

    /// <summary>Null when there is no such property.</summary>
    public object this[string key] { get => _values.GetValueOrDefault(key); set => _values[key] = value; }

    /// <returns>Null when there is no such property.</returns>
    /// <exception cref="InvalidOperationException">The property is of another type.</exception>
    public string GetString(string key) => Get<string>(key);

    /// <inheritdoc cref="GetString"/>
    public byte[] GetBinary(string key) => this[key] is BinaryData data ? data.ToArray() : Get<byte[]>(key);

    public void Add(string key, object value) => _values.Add(key, value);

    public bool ContainsKey(string key) => _values.ContainsKey(key);

    public bool Remove(string key) => _values.Remove(key);

    public bool TryGetValue(string key, out object value) => _values.TryGetValue(key, out value);

    public void Clear() => _values.Clear();

    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => _values.Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) => _values.Contains(item);

    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object>>)_values).CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) =>
        ((ICollection<KeyValuePair<string, object>>)_values).Remove(item);

    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _values.GetEnumerator();

    private T Get<T>(string key) => this[key] switch
    {
        null => default,
        T value => value,
        var other => throw new InvalidOperationException($"The property '{key}' is a {other.GetType()}, not a {typeof(T)}."),
    };
}
