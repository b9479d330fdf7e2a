using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;

namespace ArgaliConcessions.Storage.AzureTables;

/// <summary>Makes the client of the one table that holds all records. Nothing is sent.</summary>
internal static class AzureTablesClients
{
    /// <param name="options">Valid by their own rules, the connection string too.</param>
    /// <param name="client">The client's own options; its retries are turned off.</param>
    public static TableClient Of(AzureTablesOptions options, TableClientOptions client)
    {
        // One place tries again: AttemptPipeline, which knows about witnesses and the time that is left.
        client.Retry.MaxRetries = 0;
        var service = options.ServiceUri is { } uri
            ? new TableServiceClient(uri, Credential(options.IdentityClientId), client)
            : new TableServiceClient(options.ConnectionString, client);
        return service.GetTableClient(options.Table);
    }

    private static TokenCredential Credential(string? identity)
    {
        if (string.IsNullOrEmpty(identity))
        {
            var options = new DefaultAzureCredentialOptions();
            options.Retry.MaxRetries = 0;
            return new DefaultAzureCredential(options);
        }

        var managed = new ManagedIdentityCredentialOptions(ManagedIdentityId.FromUserAssignedClientId(identity));
        managed.Retry.MaxRetries = 0;
        return new ManagedIdentityCredential(managed);
    }
}
