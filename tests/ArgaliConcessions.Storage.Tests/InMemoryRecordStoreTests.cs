using ArgaliConcessions.Storage.Tests.Contract;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Storage.Tests;

public sealed class InMemoryRecordStoreTests : RecordStoreContract
{
    protected override Task<IRecordTable> OpenAsync() => Task.FromResult<IRecordTable>(new InMemoryTable());
}

/// <summary>Pages as Table storage may give them: short ones, and empty ones with more to follow.</summary>
public sealed class ShortAndEmptyPagesTests : RecordStoreContract
{
    protected override Task<IRecordTable> OpenAsync() => Task.FromResult<IRecordTable>(new InMemoryTable { PageRows = 3, EmptyPages = true });
}
