#nullable disable // The real signatures say nothing of null.

using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Rest;

namespace Azure.Data.Tables;

/// <summary>Stands for the class of the same name in Azure.Data.Tables: one table. Rows are read as <see cref="TableEntity"/> only.</summary>
public class TableClient
{
    private readonly TableService _service;
    private readonly TableAddress _address;

    /// <summary>For tests that put something in its place.</summary>
    protected TableClient()
    {
    }

    internal TableClient(TableService service, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        _service = service;
        _address = new TableAddress(service.Endpoint, tableName);
    }

    public virtual string Name => _address.Name;

    public virtual Uri Uri => _address.Table;

    /// <summary>Quotes each argument as the service's query language wants it.</summary>
    public static string CreateQueryFilter(FormattableString filter) => QueryFilter.Write(filter);

    /// <summary>A table that is there already is no error: the raw response is then 409.</summary>
    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        using var message = _service.Create(RequestMethod.Post, _address.Tables, [201, 204, 409]);
        message.Request.Headers.Add("Prefer", "return-no-content");
        _service.SetJson(message, writer => writer.WriteString("TableName", Name));
        var response = await _service.SendAsync(message, cancellationToken).ConfigureAwait(false);
        // 409 also says that the table is being deleted, and then it is not there.
        if (response.Status == 409 && new RequestFailedException(response) is var refusal && refusal.ErrorCode != TableErrorCode.TableAlreadyExists) throw refusal;
        return Response.FromValue(new TableItem(Name), response);
    }

    /// <summary>Deletes the table; one that is not there is no error: the response is then 404.</summary>
    public virtual async Task<Response> DeleteAsync(CancellationToken cancellationToken = default)
    {
        using var message = _service.Create(RequestMethod.Delete, _address.TableItself, [204, 404]);
        return await _service.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>No value when there is no such row, or no such table: the raw response tells which.</summary>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        using var message = _service.Create(RequestMethod.Get, _address.Row(partitionKey, rowKey), [200, 404]);
        if (EntityPages.Columns(select) is { } columns) message.Request.Uri.AppendQuery("$select", columns, escapeValue: true);
        var response = await _service.SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (response.Status == 404) return new NoValue<T>(response);
        return Response.FromValue(EntityReader.One<T>(response), response);
    }

    /// <summary>Rows in the order of their keys. Pages may be short or empty and still continue.</summary>
    /// <param name="maxPerPage">At most 1,000, which is also what the service takes when it is left out.</param>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string filter = null, int? maxPerPage = null, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        new EntityPages<T>(_service, _address, new EntityQuery(filter, maxPerPage, EntityPages.Columns(select)), cancellationToken);

    /// <summary>Does all changes or none. At most 100, of one partition, each row once, 4 MiB.</summary>
    /// <exception cref="TableTransactionFailedException">The service refused a change; nothing was done.</exception>
    /// <exception cref="RequestFailedException">The service could not be asked, or not be understood (status 0): it may have done it.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        var actions = transactionActions.ToArray();
        if (actions.Length == 0) throw new InvalidOperationException("A transaction without a change.");
        using var message = _service.Create(RequestMethod.Post, _address.Batch, [202]);
        var batch = new BatchWriter(_address, _service.Version, message.Request.ClientRequestId);
        message.Request.Headers.SetValue("Content-Type", batch.ContentType);
        message.Request.Content = RequestContent.Create(batch.Write(actions));
        var response = await _service.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(BatchReader.Read(response, actions.Length), response);
    }
}
