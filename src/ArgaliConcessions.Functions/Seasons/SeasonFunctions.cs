using ArgaliConcessions.Application.Seasons;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Seasons;

/// <summary>Season calendars.</summary>
public sealed class SeasonFunctions(Endpoint endpoint, PutSeason put, ReadSeason read, ListSeasons list, ListOpenSeasons open)
{
    private const string SeasonRoute = "concessions/{concession}/seasons/{season}";

    [Function("PutSeason")]
    public Task Put([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = SeasonRoute)] HttpRequest request, string concession, string season) =>
        endpoint.RunAsync(request, Access.Authority, (call, token) => call.CheckId("season", season).ReadAsync(SeasonWire.Read, async draft => Answers.From(
            call, await put.RunAsync(concession, season, draft, call.Precondition(), call.Actor(), token), SeasonAnswer.Of, _ => $"concessions/{concession}/seasons/{season}")));

    [Function("GetSeason")]
    public Task Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = SeasonRoute)] HttpRequest request, string concession, string season) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(q => q.Law(), async query =>
            Answers.From(call, await read.RunAsync(concession, season, query, token), SeasonAnswer.Of)));

    [Function("ListSeasons")]
    public Task List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "concessions/{concession}/seasons")] HttpRequest request, string concession) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(q => q.Law(), async query => Answers.From(
            call, await list.RunAsync(concession, query, token), seasons => new Listing<SeasonAnswer>([.. seasons.Select(SeasonAnswer.Of)], null))));

    [Function("ListOpenSeasons")]
    public Task ListOpen([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "seasons")] HttpRequest request) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(q => (Taxon: q.Id("taxon"), Law: q.Law()), async query => Answers.From(
            call, await open.RunAsync(query.Taxon, query.Law, token), seasons => new Listing<OpenSeasonAnswer>([.. seasons.Select(OpenSeasonAnswer.Of)], null))));
}
