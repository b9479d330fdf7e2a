#nullable disable // The real signatures say nothing of null.

using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Rest;

namespace Azure.Data.Tables;

/// <summary>Stands for the class of the same name in Azure.Data.Tables: the Table service of one storage account.</summary>
public class TableServiceClient
{
    private const string Scope = "https://storage.azure.com/.default";

    private readonly TableService _service;

    /// <summary>For tests that put something in its place.</summary>
    protected TableServiceClient()
    {
    }

    public TableServiceClient(string connectionString, TableClientOptions options = null)
        : this(ConnectionString.Parse(connectionString), options)
    {
    }

    /// <param name="endpoint">Must be https: a token is not sent over a line that anybody can read.</param>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions options = null)
        : this(endpoint, new BearerTokenAuthenticationPolicy(tokenCredential, Scope), options)
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions options)
        : this(endpoint, new SharedKeyPolicy(credential, TimeProvider.System), options)
    {
    }

    private TableServiceClient(ConnectionString connection, TableClientOptions options)
        : this(connection.Endpoint, connection.Credential, options)
    {
    }

    private TableServiceClient(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions options) =>
        _service = new TableService(endpoint, authentication, options ?? new TableClientOptions());

    public virtual Uri Uri => _service.Endpoint;

    public virtual TableClient GetTableClient(string tableName) => new(_service, tableName);
}
