using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Core;

namespace Azure.Data.Tables.Rest;

/// <summary>Stands for what Azure.Data.Tables does inside: what a query asks for.</summary>
/// <param name="Columns">Names with commas between them; all columns when null.</param>
internal sealed record EntityQuery(string? Filter, int? MaxPerPage, string? Columns);

/// <summary>Stands for what Azure.Data.Tables does inside: the pages of a query, each asked for when its turn comes.</summary>
internal sealed class EntityPages<T>(TableService service, TableAddress address, EntityQuery query, CancellationToken cancellationToken)
    : AsyncPageable<T>(cancellationToken)
    where T : class, ITableEntity
{
    /// <param name="pageSizeHint">Goes before what the query said.</param>
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        Pages(continuationToken, pageSizeHint ?? query.MaxPerPage, CancellationToken);

    private async IAsyncEnumerable<Page<T>> Pages(string? token, int? size, [EnumeratorCancellation] CancellationToken ct)
    {
        do
        {
            var page = await PageAsync(token, size, ct).ConfigureAwait(false);
            yield return page;
            token = page.ContinuationToken;
        }
        while (token is not null);
    }

    private async Task<Page<T>> PageAsync(string? token, int? size, CancellationToken ct)
    {
        using var message = service.Create(RequestMethod.Get, address.Rows, [200]);
        var uri = message.Request.Uri;
        if (size is { } top) uri.AppendQuery("$top", top.ToString(CultureInfo.InvariantCulture), escapeValue: true);
        if (query.Columns is { } columns) uri.AppendQuery("$select", columns, escapeValue: true);
        if (!string.IsNullOrEmpty(query.Filter)) uri.AppendQuery("$filter", query.Filter, escapeValue: true);
        Continuation.Append(uri, token);
        var response = await service.SendAsync(message, ct).ConfigureAwait(false);
        return Page<T>.FromValues(EntityReader.Many<T>(response), Continuation.Of(response), response);
    }
}

/// <summary>Stands for what Azure.Data.Tables does inside: the list of columns in a request.</summary>
internal static class EntityPages
{
    public static string? Columns(IEnumerable<string>? select) => select is null || string.Join(',', select) is not { Length: > 0 } columns ? null : columns;
}
