using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Identity;

namespace ArgaliConcessions.Storage.AzureTables;

/// <summary>
/// What the Table service's errors mean
/// (https://learn.microsoft.com/rest/api/storageservices/table-service-error-codes), in words for the person who runs the program.
/// </summary>
internal static class AzureTablesFaults
{
    public const string TableNotFound = "TableNotFound";

    /// <summary>A failed read: nothing was changed, whatever happened. Null when the exception is a bug.</summary>
    public static RecordTableException? OfRead(Exception fault) => fault switch
    {
        RequestFailedException { Status: 429 or 503 } busy => new(TableFault.Throttled, Told("The store is busy", busy), RetryAfter(busy), busy),
        RequestFailedException { Status: < 400 or 408 or >= 500 } silent => new(TableFault.Transient, Told("The store did not answer", silent), RetryAfter(silent), silent),
        RequestFailedException refused => Refused(refused),
        AuthenticationFailedException => OfIdentity(fault),
        _ when IsGarbled(fault) => new(TableFault.Transient, $"The store's answer broke off. ({FirstLine(fault.Message)})", inner: fault),
        _ => null,
    };

    /// <summary>
    /// A failed commit. Only a refusal says that nothing was applied; even "busy" may come from something between here and
    /// the service that has passed the request on, so it leaves the commit in doubt until its witness is read. Null when the exception is a bug.
    /// </summary>
    public static RecordTableException? OfCommit(Exception fault) => fault switch
    {
        // 0 is no answer at all, 200 one that is not the service's.
        RequestFailedException { Status: < 400 or 408 or 429 or >= 500 } silent =>
            new(TableFault.Ambiguous, Told("The store did not confirm a commit", silent), RetryAfter(silent), silent),
        RequestFailedException refused => Refused(refused),
        AuthenticationFailedException => OfIdentity(fault),
        _ when IsGarbled(fault) => new(TableFault.Ambiguous, $"The store's answer to a commit broke off. ({FirstLine(fault.Message)})", inner: fault),
        _ => null,
    };

    public static RecordTableException MissingTable(string table, Uri at) => new(
        TableFault.Broken, $"There is no table '{table}' at {at}. Deploy infra/, or correct {AzureTablesOptions.SectionName}:Table.");

    /// <summary>Nobody let us in: nothing was sent. The identity's own service may be slow to answer, so it is tried again.</summary>
    private static RecordTableException OfIdentity(Exception fault) =>
        new(TableFault.Transient, $"No token for the store could be had with this machine's identity. ({FirstLine(fault.Message)})", inner: fault);

    private static RecordTableException Refused(RequestFailedException fault) => fault.Status switch
    {
        409 when fault.ErrorCode == "TableBeingDeleted" => new(TableFault.Transient, Told("The table is being deleted", fault), inner: fault),
        401 or 403 => new(TableFault.Broken, Told("The store refuses this identity or key: give it the role Storage Table Data Contributor on the account", fault), inner: fault),
        _ => new(TableFault.Broken, Told("The store refuses the request", fault), inner: fault),
    };

    // The last two are how the client meets a reply that is not what it should be.
    private static bool IsGarbled(Exception fault) => fault is IOException or HttpRequestException or JsonException or AggregateException or InvalidOperationException or FormatException;

    private static string Told(string what, RequestFailedException fault) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}. ({fault.Status} {fault.ErrorCode ?? FirstLine(fault.Message)})");

    private static string FirstLine(string message) => message.Split('\n')[0].TrimEnd('\r');

    /// <summary>Seconds or a date (RFC 9110, section 10.2.3); a date is taken as "now": the pause between attempts will do.</summary>
    private static TimeSpan? RetryAfter(RequestFailedException fault)
    {
        if (fault.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var text) is not true) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;
    }
}
