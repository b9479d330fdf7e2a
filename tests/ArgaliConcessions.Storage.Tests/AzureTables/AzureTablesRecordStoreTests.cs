using ArgaliConcessions.Storage.AzureTables;
using ArgaliConcessions.Storage.Tests.Contract;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Storage.Tests.AzureTables;

/// <summary>The contract on the Table service's emulator. All tests share one table, as all partitions of an authority do.</summary>
[Trait("Category", "Azurite")]
public sealed class AzureTablesRecordStoreTests : RecordStoreContract
{
    private static readonly string Name = Azurite.NameOf($"contract{Guid.NewGuid():N}");

    // The service counts an entity by its content (1 MiB), the emulator by what is sent, in base64.
    protected override int LargestRecord => 720 * 1024;

    protected override async Task<IRecordTable> OpenAsync()
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        var table = AzureTablesRecordTable.Open(Azurite.Table(Name));
        // Makes the table: some tests count attempts.
        await TestStores.Above(table).FindAsync(new("made", "made"), default);
        return table;
    }
}
