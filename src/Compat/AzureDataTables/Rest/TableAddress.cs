namespace Azure.Data.Tables.Rest;

/// <summary>Stands for what Azure.Data.Tables does inside: the addresses of a table and of its rows.</summary>
/// <param name="endpoint">Of the account; emulators have the account's name in its path.</param>
internal sealed class TableAddress(Uri endpoint, string name)
{
    private readonly string _root = endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/');

    public string Name => name;

    /// <summary>The account's list of tables.</summary>
    public Uri Tables => new($"{_root}/Tables");

    /// <summary>The table as an entry of that list.</summary>
    public Uri TableItself => new($"{_root}/Tables('{Quoted(name)}')");

    /// <summary>Rows are inserted here.</summary>
    public Uri Table => new($"{_root}/{Uri.EscapeDataString(name)}");

    /// <summary>Rows are queried here.</summary>
    public Uri Rows => new($"{_root}/{Uri.EscapeDataString(name)}()");

    public Uri Batch => new($"{_root}/$batch");

    public Uri Row(string partitionKey, string rowKey) =>
        new($"{_root}/{Uri.EscapeDataString(name)}(PartitionKey='{Quoted(partitionKey)}',RowKey='{Quoted(rowKey)}')");

    /// <summary>A quote within quotes is doubled; what is not plain in an address is percent-encoded after that.</summary>
    private static string Quoted(string text) => Uri.EscapeDataString(text.Replace("'", "''", StringComparison.Ordinal));
}
