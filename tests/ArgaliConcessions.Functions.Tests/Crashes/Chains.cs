using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Storage.Sqlite;
using ArgaliConcessions.Tests;
using Microsoft.Data.Sqlite;

namespace ArgaliConcessions.Functions.Tests.Crashes;

/// <summary>Looks at what a dead host left on the disk, in a copy, so that the next host finds it as it was.</summary>
internal static class Chains
{
    /// <summary>The partitions that have a chain, and every fault of it.</summary>
    public static async Task<(IReadOnlyList<string> Partitions, IReadOnlyList<ChainFault> Faults)> VerifyCopyAsync(string dataFolder)
    {
        var copy = Directory.CreateTempSubdirectory("argali-chains-").FullName;
        try
        {
            foreach (var file in Directory.GetFiles(dataFolder, "store.db*")) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            using var table = SqliteRecordTable.Open(new SqliteOptions { DataFolder = copy }, TimeProvider.System);
            var verifier = new ChainVerifier(TestStores.Above(table));
            var (partitions, faults) = (Chained(copy), new List<ChainFault>());
            foreach (var partition in partitions) faults.AddRange(await verifier.VerifyAsync(partition, CancellationToken.None));
            return (partitions, faults);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static List<string> Chained(string folder)
    {
        var source = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "store.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        using var connection = new SqliteConnection(source.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT DISTINCT partition FROM records WHERE row = $head ORDER BY partition";
        command.Parameters.AddWithValue("$head", KeyEncoder.Encode(PartitionHead.Row));
        using var reader = command.ExecuteReader();
        var partitions = new List<string>();
        while (reader.Read()) partitions.Add(KeyEncoder.Decode(reader.GetString(0)));
        return partitions;
    }
}
