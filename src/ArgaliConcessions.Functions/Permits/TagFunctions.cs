using ArgaliConcessions.Application.Permits.Tags;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>The register of tags.</summary>
public sealed class TagFunctions(Endpoint endpoint, RegisterTag register, RegisterTagSeries registerSeries, ReadTag read)
{
    [Function("PutTag")]
    public Task Put([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "tags/{tag}")] HttpRequest request, string tag) =>
        endpoint.RunAsync(request, Access.Authority, (call, token) => call.CheckTag("tag", tag).ReadAsync(TagWire.Read, async asked => Answers.From(
            call, await register.RunAsync(tag, asked.Basis, asked.Note, call.Precondition(), call.Actor(), token), TagEntryView.Of, entry => TagWire.Route(entry.Tag))));

    /// <summary>Never 304: who holds a tag moves without its entry.</summary>
    [Function("GetTag")]
    public Task Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "tags/{tag}")] HttpRequest request, string tag) =>
        endpoint.RunAsync(request, Access.Officials, (call, token) => call.AskAsync(_ => 0, async _ => Answers.FreshFrom(
            call, await read.RunAsync(tag, token), TagView.Of)));

    [Function("RegisterTags")]
    public Task Register([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "tags")] HttpRequest request) =>
        endpoint.RunAsync(request, Access.Authority, Intake.Creation, (call, token) => call.ReadAsync(TagWire.ReadSeries, async asked => Answers.From(
            call, await registerSeries.RunAsync(asked, call.RequestKey("tags"), call.Actor(), token), TagSeriesView.Of, series => TagWire.Route(series.Tag(series.From)))));
}
