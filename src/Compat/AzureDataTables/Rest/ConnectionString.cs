namespace Azure.Data.Tables.Rest;

/// <summary>Stands for what Azure.Data.Tables does inside: reads where an account is, and its key, out of a connection string.</summary>
internal sealed record ConnectionString(Uri Endpoint, TableSharedKeyCredential Credential)
{
    private const string EmulatorAccount = "devstoreaccount1";

    // Not a secret: the one key of every emulator, from its documentation.
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <exception cref="InvalidOperationException">Not a list of names and values, or a name twice.</exception>
    /// <exception cref="ArgumentException">No account or no key.</exception>
    public static ConnectionString Parse(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text, "connectionString");
        var parts = Split(text);
        if (parts.ContainsKey("SharedAccessSignature") || parts.ContainsKey("DevelopmentStorageProxyUri"))
            throw new NotSupportedException("Shared access signatures and proxies of the emulator are not supported in this build.");
        if (parts.TryGetValue("UseDevelopmentStorage", out var emulator) && bool.TryParse(emulator, out var use) && use)
            return new(new Uri($"http://127.0.0.1:10002/{EmulatorAccount}"), new TableSharedKeyCredential(EmulatorAccount, EmulatorKey));

        var account = Required(parts, "AccountName");
        return new(Address(parts, account), new TableSharedKeyCredential(account, Required(parts, "AccountKey")));
    }

    private static Dictionary<string, string> Split(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            // The part itself may be a key that lost its name, so it is not quoted.
            if (equals <= 0) throw new InvalidOperationException("A part of the connection string is not of the form name=value.");
            if (!parts.TryAdd(part[..equals].Trim(), part[(equals + 1)..].Trim()))
                throw new InvalidOperationException($"The connection string names '{part[..equals]}' twice.");
        }
        return parts;
    }

    private static Uri Address(Dictionary<string, string> parts, string account)
    {
        if (parts.TryGetValue("TableEndpoint", out var endpoint)) return new Uri(endpoint);
        var scheme = parts.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        return new Uri($"{scheme}://{account}.table.{parts.GetValueOrDefault("EndpointSuffix", "core.windows.net")}");
    }

    private static string Required(Dictionary<string, string> parts, string name) =>
        parts.TryGetValue(name, out var value) && value.Length > 0 ? value
            : throw new ArgumentException($"The connection string has no {name}.", "connectionString");
}
