using ArgaliConcessions.Application.Records;
using Azure;
using Azure.Data.Tables;

namespace ArgaliConcessions.Storage.AzureTables;

/// <summary>The operations of one entity-group transaction, in the order of the commit's changes.</summary>
internal static class EntityActions
{
    /// <summary>The row of the first change whose version no entity can have (another store's, or <c>*</c>, which would match any); null when there is none.</summary>
    public static string? Unmatchable(RawCommit commit) => commit.Changes.FirstOrDefault(change => !CanMatch(VersionOf(change)))?.Row;

    public static List<TableTransactionAction> Of(RawCommit commit) => [.. commit.Changes.Select(change => Action(commit.Partition, change))];

    private static TableTransactionAction Action(string partition, RecordChange change) => change switch
    {
        RecordChange.Insert insert => new(TableTransactionActionType.Add, EntityForm.Of(partition, insert.Row, insert.Payload, insert.Columns)),
        RecordChange.Replace replace => new(
            TableTransactionActionType.UpdateReplace, EntityForm.Of(partition, replace.Row, replace.Payload, replace.Columns), new ETag(replace.Version)),
        RecordChange.Delete delete => new(TableTransactionActionType.Delete, new TableEntity(partition, delete.Row), new ETag(delete.Version)),
        _ => throw new InvalidOperationException($"Unknown change {change.GetType().Name}."),
    };

    private static string? VersionOf(RecordChange change) => change switch
    {
        RecordChange.Replace replace => replace.Version,
        RecordChange.Delete delete => delete.Version,
        _ => null,
    };

    // The service's own: W/"datetime'2026-11-25T21%3A37%3A00.1234567Z'".
    private static bool CanMatch(string? version) =>
        version is null || (version.StartsWith("W/\"datetime'", StringComparison.Ordinal) && version.EndsWith("'\"", StringComparison.Ordinal)
            && version.All(c => c is > ' ' and <= '~'));
}
