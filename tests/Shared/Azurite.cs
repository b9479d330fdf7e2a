using ArgaliConcessions.Storage.AzureTables;

namespace ArgaliConcessions.Tests;

/// <summary>
/// The Table service's emulator. <c>scripts/test</c> installs and starts it and names it in <c>ARGALI_AZURITE</c>;
/// where it is missing, tests that need it are skipped, but not on CI, where nothing may be missing.
/// </summary>
public static class Azurite
{
    private const string Variable = "ARGALI_AZURITE";

    /// <summary>Why a test that needs it is skipped; null when it is there, and on CI.</summary>
    public static string? Missing =>
        IsThere || Environment.GetEnvironmentVariable("CI") == "true" ? null : $"missing part: Azurite (scripts/test starts it, or set {Variable} to its connection string)";

    public static bool IsThere => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable));

    /// <summary>How to reach it.</summary>
    public static string ConnectionString => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text
        ? text
        : throw new InvalidOperationException($"Azurite is missing: {Variable} is not set.");

    /// <summary>The connection string by way of another port, such as a proxy's.</summary>
    public static string ConnectionThrough(int port) => string.Join(';', ConnectionString.Split(';').Select(part => part.StartsWith("TableEndpoint=", StringComparison.Ordinal)
        ? $"TableEndpoint={new UriBuilder(part["TableEndpoint=".Length..]) { Port = port }.Uri.ToString().TrimEnd('/')}"
        : part));

    /// <summary>The port that it listens on.</summary>
    public static int Port => new Uri(ConnectionString.Split(';').Single(part => part.StartsWith("TableEndpoint=", StringComparison.Ordinal))["TableEndpoint=".Length..]).Port;

    /// <summary>A table of a test's own; made when first written to.</summary>
    public static AzureTablesOptions Table(string name, string? connection = null) => new() { ConnectionString = connection ?? ConnectionString, Table = name, CreateTable = true };

    /// <summary>A name of a table that only those who know this text use: letters and digits of it.</summary>
    public static string NameOf(string text)
    {
        var name = "t" + string.Concat(text.Where(char.IsAsciiLetterOrDigit));
        return name.Length > 63 ? "t" + name[^62..] : name.PadRight(3, '0');
    }
}
