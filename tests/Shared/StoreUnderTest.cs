using ArgaliConcessions.Storage;
using ArgaliConcessions.Storage.AzureTables;
using ArgaliConcessions.Storage.Sqlite;

namespace ArgaliConcessions.Tests;

/// <summary>
/// The store below the program in tests: SQLite, or with <c>ARGALI_TEST_STORE=azurite</c> the Table service's emulator.
/// <c>scripts/test</c> runs the same tests once on each.
/// </summary>
public static class StoreUnderTest
{
    private const string Variable = "ARGALI_TEST_STORE";

    public static bool IsAzurite => Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" or "sqlite" => false,
        "azurite" => true,
        var other => throw new InvalidOperationException($"{Variable} is '{other}'; it may be sqlite or azurite."),
    };

    /// <summary>Opens the store of a data folder: its file, or the table named after it.</summary>
    public static IRecordTable Open(string dataFolder) => IsAzurite
        ? AzureTablesRecordTable.Open(Azurite.Table(TableOf(dataFolder)))
        : SqliteRecordTable.Open(new SqliteOptions { DataFolder = dataFolder }, TimeProvider.System);

    /// <summary>The settings by which a local host works on the store of a data folder, as <c>Section:Name</c>.</summary>
    /// <param name="dataFolder">The folder, which holds the host's key in either case.</param>
    public static Dictionary<string, string?> Settings(string dataFolder) => IsAzurite ? OnAzurite(dataFolder, Azurite.ConnectionString) : [];

    /// <summary>The settings of a local host on the emulator, whatever the store under test is.</summary>
    /// <param name="dataFolder">The folder, which holds the host's key.</param>
    /// <param name="connection">The way to the emulator, which may lead through a proxy.</param>
    public static Dictionary<string, string?> OnAzurite(string dataFolder, string connection) => new(StringComparer.Ordinal)
    {
        ["Storage:Kind"] = "AzureTables",
        ["Storage:AzureTables:ConnectionString"] = connection,
        ["Storage:AzureTables:Table"] = TableOf(dataFolder),
        ["Storage:AzureTables:CreateTable"] = "true",
    };

    /// <summary>The table that belongs to a data folder, so that a host started again finds its records.</summary>
    /// <remarks>Named after the last two folders: a test's own folder has a name of its own, one in it need not.</remarks>
    public static string TableOf(string dataFolder) =>
        Azurite.NameOf(string.Concat(Path.GetFullPath(dataFolder).Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).TakeLast(2)));
}
