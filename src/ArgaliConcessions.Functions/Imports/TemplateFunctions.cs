using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Imports.Workbooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Imports;

/// <summary>Workbooks to fill in, one for each kind of list.</summary>
public sealed class TemplateFunctions(Endpoint endpoint, ListKinds kinds)
{
    /// <summary><c>GET /imports/templates/{list}</c></summary>
    [Function("ImportTemplate")]
    public Task Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "imports/templates/{list}")] HttpRequest request, string list) =>
        endpoint.RunAsync(request, Access.Authority, (call, _) => call.AskAsync(_ => 0, _ => Task.FromResult(
            kinds.Find(list) is { } kind ? TemplateWorkbook.Of(call, kind) : Answers.NotFound("list"))));
}
