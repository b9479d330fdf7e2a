using ArgaliConcessions.Storage.AzureTables;
using ArgaliConcessions.Storage.Tests.Contract;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Storage.Tests.AzureTables;

/// <summary>The contract on the Table service's emulator. All tests share one table, as all partitions of an authority do.</summary>
[Trait("Category", "Azurite")]
public sealed class AzureTablesRecordStoreTests : RecordStoreContract
{
    private static readonly string Name = Azurite.NameOf($"contract{Guid.NewGuid():N}");

    protected override Task<IRecordTable> OpenAsync()
    {
        Skip.If(Azurite.Missing is not null, Azurite.Missing);
        return Task.FromResult<IRecordTable>(AzureTablesRecordTable.Open(Azurite.Table(Name)));
    }
}
