using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Storage;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Functions.Tests.Crashes;

/// <summary>Looks at what a dead host left in its store: in a copy where that is a file, so that the next host finds it as it was.</summary>
internal static class Chains
{
    /// <summary>The partitions that have a chain, and every fault of it.</summary>
    public static Task<(IReadOnlyList<string> Partitions, IReadOnlyList<ChainFault> Faults)> VerifyAsync(string dataFolder) => AtRestAsync(dataFolder, VerifyAsync);

    /// <summary>The same of a store that is open.</summary>
    public static async Task<(IReadOnlyList<string> Partitions, IReadOnlyList<ChainFault> Faults)> VerifyAsync(IRecordTable table)
    {
        var head = KeyEncoder.Encode(PartitionHead.Row);
        var partitions = new List<string>();
        await foreach (var row in WholeStore.ReadAsync(table))
        {
            if (row.Record.Row == head) partitions.Add(KeyEncoder.Decode(row.Partition));
        }

        var (verifier, faults) = (new ChainVerifier(TestStores.Above(table)), new List<ChainFault>());
        foreach (var partition in partitions) faults.AddRange(await verifier.VerifyAsync(partition, CancellationToken.None));
        return (partitions, faults);
    }

    /// <summary>Opens the store of a data folder in which nobody works.</summary>
    public static async Task<T> AtRestAsync<T>(string dataFolder, Func<IRecordTable, Task<T>> look)
    {
        if (StoreUnderTest.IsAzurite) return await look(StoreUnderTest.Open(dataFolder));
        var copy = Directory.CreateTempSubdirectory("argali-chains-").FullName;
        try
        {
            foreach (var file in Directory.GetFiles(dataFolder, "store.db*")) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            var table = StoreUnderTest.Open(copy);
            using (table as IDisposable) return await look(table);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }
}
