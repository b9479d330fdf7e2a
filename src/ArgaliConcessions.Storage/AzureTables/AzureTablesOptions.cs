using System.ComponentModel.DataAnnotations;
using Azure.Data.Tables;

namespace ArgaliConcessions.Storage.AzureTables;

/// <summary>Which table of which account holds the records, and as whom it is opened.</summary>
public sealed class AzureTablesOptions : IValidatableObject
{
    /// <summary>The section of the configuration that these are read from.</summary>
    public const string SectionName = "Storage:AzureTables";

    /// <summary>The account's Table endpoint, opened with a managed identity (or whoever is signed in on a developer's machine).</summary>
    /// <value>None. An <c>https</c> address such as <c>https://account.table.core.windows.net</c>; not together with a connection string.</value>
    public Uri? ServiceUri { get; set; }

    /// <summary>The client id of the user-assigned identity to open the account with.</summary>
    /// <value>None: the machine's own identity, or whoever is signed in.</value>
    public string? IdentityClientId { get; set; }

    /// <summary>A connection string with a key, for development and for the emulator.</summary>
    /// <value>None; not together with <see cref="ServiceUri"/>.</value>
    public string? ConnectionString { get; set; }

    /// <summary>The table's name: 3 to 63 letters and digits, the first a letter.</summary>
    /// <value><c>argali</c>.</value>
    [Required, RegularExpression("^[A-Za-z][A-Za-z0-9]{2,62}$", ErrorMessage = SectionName + ":Table must be 3 to 63 letters and digits, the first a letter.")]
    public string Table { get; set; } = "argali";

    /// <summary>Whether a table that is missing is made.</summary>
    /// <value>False: where people's permits should be, a mistyped name must not look like an empty register.</value>
    public bool CreateTable { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ServiceUri is null == string.IsNullOrEmpty(ConnectionString))
            yield return new ValidationResult($"Set {SectionName}:ServiceUri or {SectionName}:ConnectionString, and not both.", [nameof(ServiceUri), nameof(ConnectionString)]);
        if (!string.IsNullOrEmpty(ConnectionString) && !IsReadable(ConnectionString))
            yield return new ValidationResult($"{SectionName}:ConnectionString is not a connection string of Table storage.", [nameof(ConnectionString)]);
        if (ServiceUri is { } uri && !(uri.IsAbsoluteUri && uri.Scheme == Uri.UriSchemeHttps))
            yield return new ValidationResult($"{SectionName}:ServiceUri must be an https address: an identity's token is not sent in the clear.", [nameof(ServiceUri)]);
    }

    // What is wrong with it is not told: the text holds a key.
    private static bool IsReadable(string connection)
    {
        try
        {
            return new TableServiceClient(connection, new TableClientOptions()).Uri.IsAbsoluteUri;
        }
        catch (Exception fault) when (fault is FormatException or InvalidOperationException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
