using ArgaliConcessions.Application.Records;
using Azure;
using Azure.Data.Tables;

namespace ArgaliConcessions.Storage.AzureTables;

/// <summary>
/// The adapter of Azure Table storage: one table, an entity a record, an entity-group transaction a commit, ETags as versions.
/// Each method is one request; who tries again is <see cref="RecordStore"/>.
/// </summary>
public sealed class AzureTablesRecordTable : IRecordTable, IWholeTable
{
    private readonly TableClient table;
    private readonly bool createTable;

    private AzureTablesRecordTable(TableClient table, bool createTable) => (this.table, this.createTable) = (table, createTable);

    /// <summary>Prepares the adapter; nothing is sent before the first record is asked for.</summary>
    /// <param name="options">Which table, and as whom; valid by their own rules.</param>
    /// <param name="client">The client's own options, such as another transport; the defaults when null.</param>
    public static AzureTablesRecordTable Open(AzureTablesOptions options, TableClientOptions? client = null) =>
        new(AzureTablesClients.Of(options, client ?? new TableClientOptions()), options.CreateTable);

    /// <inheritdoc/>
    public async Task<RawRecord?> FindAsync(string partition, string row, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(() => table.GetEntityIfExistsAsync<TableEntity>(partition, row, null, cancellationToken), cancellationToken);
        if (answer.HasValue) return EntityForm.Read(answer.Value!);
        // The client takes every 404 for a missing entity: a missing table's too, and a gateway's.
        var code = ServiceAnswers.CodeOf(answer.GetRawResponse());
        if (ServiceAnswers.IsNoEntity(code)) return null;
        throw code == ServiceAnswers.TableNotFound ? await MissingTableAsync(cancellationToken) : AzureTablesFaults.Foreign(table.Uri);
    }

    /// <inheritdoc/>
    public async Task<RawPage> ReadPageAsync(RawRange range, int limit, CancellationToken cancellationToken)
    {
        var (entities, mark) = await QueryAsync(EntityRange.Filter(range), range.Mark, limit, cancellationToken);
        return new RawPage([.. entities.Select(EntityForm.Read)], mark is null ? null : range with { Mark = mark });
    }

    /// <inheritdoc/>
    public async Task<WholePage> ReadAllAsync(WholePlace? from, int limit, CancellationToken cancellationToken)
    {
        var (entities, mark) = await QueryAsync(EntityRange.FilterBehind(from), from?.Mark, limit, cancellationToken);
        var rows = entities.Select(entity => new WholeRow(entity.PartitionKey, EntityForm.Read(entity))).ToList();
        return new WholePage(rows, mark is null ? null : (from ?? default) with { Mark = mark });
    }

    /// <inheritdoc/>
    public async Task<RawCommitResult> TryCommitAsync(RawCommit commit, CancellationToken cancellationToken)
    {
        if (EntityActions.Unmatchable(commit) is { } row) return new RawCommitResult(RawOutcome.Conflict, row);
        var actions = EntityActions.Of(commit);
        try
        {
            var answer = await table.SubmitTransactionAsync(actions, cancellationToken);
            return ServiceAnswers.Confirms(answer.Value, actions.Count) ? new RawCommitResult(RawOutcome.Committed) : throw AzureTablesFaults.Incomplete();
        }
        catch (RequestFailedException fault) when (Refused(commit, fault) is { } result)
        {
            return result;
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or RecordTableException))
        {
            if (await FaultAsync(fault, AzureTablesFaults.OfCommit, cancellationToken) is { } told) throw told;
            throw;
        }
    }

    /// <summary>One page of a query, and the service's mark of where to read on; the mark is null at the end.</summary>
    private Task<(IReadOnlyList<TableEntity> Entities, string? Mark)> QueryAsync(string? filter, string? mark, int limit, CancellationToken cancellationToken) => AskAsync(
        async () =>
        {
            await using var pages = table.QueryAsync<TableEntity>(filter, limit, null, cancellationToken).AsPages(mark, limit).GetAsyncEnumerator(cancellationToken);
            if (!await pages.MoveNextAsync()) return ((IReadOnlyList<TableEntity>)[], (string?)null);
            var next = pages.Current.ContinuationToken;
            return (pages.Current.Values, string.IsNullOrEmpty(next) ? null : next);
        },
        cancellationToken);

    private async Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask();
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or RecordTableException))
        {
            if (await FaultAsync(fault, AzureTablesFaults.OfRead, cancellationToken) is { } told) throw told;
            throw;
        }
    }

    /// <summary>A failure as the store above understands it; null when it is a bug.</summary>
    private async Task<RecordTableException?> FaultAsync(Exception fault, Func<Exception, RecordTableException?> meaning, CancellationToken cancellationToken) =>
        fault is RequestFailedException { ErrorCode: ServiceAnswers.TableNotFound } ? await MissingTableAsync(cancellationToken) : meaning(fault);

    /// <summary>Makes the table where that is wanted, and says what to do next.</summary>
    private async Task<RecordTableException> MissingTableAsync(CancellationToken cancellationToken)
    {
        if (!createTable) return AzureTablesFaults.MissingTable(table.Name, table.Uri);
        await AskAsync(() => table.CreateIfNotExistsAsync(cancellationToken), cancellationToken);
        return new RecordTableException(TableFault.Transient, $"The table '{table.Name}' was missing and has just been made.");
    }

    /// <summary>What a refused commit came to; null when it was not the records that were in the way.</summary>
    private static RawCommitResult? Refused(RawCommit commit, RequestFailedException fault)
    {
        var failed = FailedChange(commit, fault);
        RawOutcome? outcome = (fault.Status, fault.ErrorCode) switch
        {
            (409, "EntityAlreadyExists") => RawOutcome.AlreadyThere,
            (412, "UpdateConditionNotSatisfied" or "ConditionNotMet") => RawOutcome.Conflict,
            // A row to replace or delete that is gone. Of a row to add it would make no sense.
            (404, var code) when ServiceAnswers.IsNoEntity(code) && failed is not RecordChange.Insert => RawOutcome.Conflict,
            _ => null,
        };
        return outcome is { } known ? new RawCommitResult(known, failed?.Row) : null;
    }

    private static RecordChange? FailedChange(RawCommit commit, RequestFailedException fault) =>
        fault is TableTransactionFailedException { FailedTransactionActionIndex: { } index } && index >= 0 && index < commit.Changes.Count ? commit.Changes[index] : null;
}
