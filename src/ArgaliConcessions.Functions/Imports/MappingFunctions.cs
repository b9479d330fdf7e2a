using ArgaliConcessions.Application.Imports.Mappings;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Imports;

/// <summary>How the headers and words of somebody's lists are understood, kept under a name.</summary>
public sealed class MappingFunctions(Endpoint endpoint, PutMapping put, MappingRegister register, Paging paging)
{
    private const string Scope = "imports/mappings";

    [Function("PutImportMapping")]
    public Task Put([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "imports/mappings/{id}")] HttpRequest request, string id) =>
        endpoint.RunAsync(request, Access.Authority, (call, token) => call.CheckId("id", id).ReadAsync(MappingWire.Read, async asked => Answers.From(
            call, await put.RunAsync(id, asked.List, asked.Mapping, call.Precondition(), call.Actor(), token), MappingFile.Of, _ => $"imports/mappings/{id}")));

    /// <summary>The file as it was put: it can be kept, changed and put again.</summary>
    [Function("GetImportMapping")]
    public Task Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "imports/mappings/{id}")] HttpRequest request, string id) =>
        endpoint.RunAsync(request, Access.Authority, (call, token) => call.AskAsync(_ => 0, async _ => Answers.From(
            call, await register.ReadAsync(id, token), MappingFile.Of)));

    [Function("ListImportMappings")]
    public Task List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "imports/mappings")] HttpRequest request) =>
        endpoint.RunAsync(request, Access.Authority, (call, token) => call.AskAsync(q => (After: q.After(paging, Scope), q.Limit), async query =>
        {
            var page = await register.ListAsync(query.After, query.Limit, token);
            return Answers.Ok(call, paging.Page(call, [.. page.Items.Select(MappingEntry.Of)], page.Next, Scope));
        }));
}
