using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Storage;

namespace ArgaliConcessions.Tests;

/// <summary>Stores for tests of what lies above the storage layer.</summary>
public static class TestStores
{
    /// <summary>Retries that a test does not have to wait for.</summary>
    public static RecordStoreOptions Hurried => new()
    {
        TotalTime = TimeSpan.FromSeconds(20),
        AttemptTime = TimeSpan.FromSeconds(10),
        FirstPause = TimeSpan.FromMilliseconds(1),
        LongestPause = TimeSpan.FromMilliseconds(10),
    };

    /// <summary>A store in memory.</summary>
    public static RecordStore InMemory() => Above(new InMemoryTable());

    /// <summary>A store above any table, with short pauses.</summary>
    public static RecordStore Above(IRecordTable table) => new(table, Hurried, TimeProvider.System, new SeededRandom(1).Next);
}
