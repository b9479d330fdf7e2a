using ArgaliConcessions.Storage.Sqlite;
using ArgaliConcessions.Storage.Tests.Contract;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Storage.Tests.Sqlite;

public sealed class SqliteRecordStoreTests : RecordStoreContract
{
    private readonly TempFolder folder = new();
    private SqliteRecordTable? table;

    protected override Task<IRecordTable> OpenAsync() =>
        Task.FromResult<IRecordTable>(table = SqliteRecordTable.Open(new SqliteOptions { DataFolder = folder.Path }, TimeProvider.System));

    protected override Task CloseAsync()
    {
        table?.Dispose();
        folder.Dispose();
        return Task.CompletedTask;
    }
}
