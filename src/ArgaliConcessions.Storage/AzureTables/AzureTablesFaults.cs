using System.Globalization;
using System.Net.Http.Headers;
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
    /// <summary>A failed read: nothing was changed, whatever happened. Null when the exception is a bug.</summary>
    public static RecordTableException? OfRead(Exception fault) => Meaning(fault) switch
    {
        Sense.Busy => new(TableFault.Throttled, Told("The store is busy", fault), RetryAfter(fault), fault),
        Sense.Silent => new(TableFault.Transient, Told("The store did not answer", fault), RetryAfter(fault), fault),
        var other => OfBoth(other, fault),
    };

    /// <summary>
    /// A failed commit. Only the service's own refusal says that nothing was applied; even "busy" may come from something
    /// between here and there that has passed the request on, so it leaves the commit in doubt until its witness is read.
    /// Null when the exception is a bug.
    /// </summary>
    public static RecordTableException? OfCommit(Exception fault) => Meaning(fault) switch
    {
        Sense.Busy or Sense.Silent => new(TableFault.Ambiguous, Told("The store did not confirm a commit", fault), RetryAfter(fault), fault),
        var other => OfBoth(other, fault),
    };

    public static RecordTableException MissingTable(string table, Uri at) => new(
        TableFault.Broken, $"There is no table '{table}' at {at}. Deploy infra/, or correct {AzureTablesOptions.SectionName}:Table.");

    /// <summary>A 404 that is not the service's, to a read.</summary>
    public static RecordTableException Foreign(Uri at) =>
        new(TableFault.Transient, $"What answers at {at} is not the Table service. Correct {AzureTablesOptions.SectionName}:ServiceUri, or look what stands before it.");

    /// <summary>A transaction of which not every part was confirmed.</summary>
    public static RecordTableException Incomplete() => new(TableFault.Ambiguous, "The store confirmed a commit in part, which it never does.");

    private static RecordTableException? OfBoth(Sense sense, Exception fault) => sense switch
    {
        Sense.Barred => new(TableFault.Broken, Told("The store refuses this identity or key: give it the role Storage Table Data Contributor on the account", fault), inner: fault),
        // Nothing was sent. The identity's own service may be slow to answer.
        Sense.NoToken => new(TableFault.Transient, $"No token for the store could be had with this machine's identity. ({FirstLine(fault.Message)})", inner: fault),
        Sense.NoIdentity => new(TableFault.Broken, $"This machine has no identity to open the store with: set {AzureTablesOptions.SectionName}:IdentityClientId, or sign in. ({FirstLine(fault.Message)})", inner: fault),
        Sense.Refused => new(TableFault.Broken, Told("The store refuses the request", fault), inner: fault),
        _ => null,
    };

    private enum Sense { Busy, Silent, Barred, NoToken, NoIdentity, Refused, Bug }

    private static Sense Meaning(Exception fault) => fault switch
    {
        RequestFailedException { Status: 429 or 503 } => Sense.Busy,
        // 0 is no answer at all, below 400 one that is not the service's.
        RequestFailedException { Status: < 400 or 408 or >= 500 } => Sense.Silent,
        RequestFailedException { Status: 401 or 403 } => Sense.Barred,
        RequestFailedException { ErrorCode: "TableBeingDeleted" } => Sense.Silent,
        // The service names what it refuses; what names nothing is a gateway's.
        RequestFailedException { ErrorCode: null } => Sense.Silent,
        RequestFailedException => Sense.Refused,
        CredentialUnavailableException => Sense.NoIdentity,
        AuthenticationFailedException => Sense.NoToken,
        // Answers that break off; the last two are how the client meets one that is not what it should be.
        IOException or HttpRequestException or JsonException or AggregateException or InvalidOperationException or FormatException => Sense.Silent,
        _ => Sense.Bug,
    };

    private static string Told(string what, Exception fault) => fault is RequestFailedException told
        ? string.Create(CultureInfo.InvariantCulture, $"{what}. ({told.Status} {told.ErrorCode ?? FirstLine(told.Message)})")
        : $"{what}. ({FirstLine(fault.Message)})";

    private static string FirstLine(string message) => message.Split('\n')[0].TrimEnd('\r');

    /// <summary>Seconds, or a date (RFC 9110, section 10.2.3), which is held against the answer's own.</summary>
    private static TimeSpan? RetryAfter(Exception fault)
    {
        var headers = (fault as RequestFailedException)?.GetRawResponse()?.Headers;
        if (headers is not { } of || !of.TryGetValue("Retry-After", out var text) || !RetryConditionHeaderValue.TryParse(text, out var after)) return null;
        return after.Delta ?? (after.Date is { } date && of.Date is { } now && date > now ? date - now : null);
    }
}
