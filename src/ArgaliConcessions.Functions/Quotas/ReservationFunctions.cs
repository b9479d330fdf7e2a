using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Quotas.Reservations;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Permits;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Quotas;

/// <summary>Animals of a quota line that are kept for somebody until a day.</summary>
public sealed class ReservationFunctions(Endpoint endpoint, ReserveAnimals reserve, ReleaseReservation release, ReadReservations read, Paging paging)
{
    private const string ListRoute = LineCalls.LineRoute + "/reservations";
    private const string Route = ListRoute + "/{reservation}";

    [Function("PutReservation")]
    public Task Put(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route)] HttpRequest request, string concession, string year, string line, string reservation) =>
        endpoint.RunAsync(request, Access.Authority, (call, token) => call.CheckLine(concession, year, line).CheckId("reservation", reservation).ReadAsync(
            body => ReservationWire.Read(body, new ReservationPlace(concession, year, line, reservation), call.Precondition()),
            async asked => Answers.From(
                call, await reserve.RunAsync(asked, call.Actor(), token), ReservationAnswer.Of,
                _ => $"{LineCalls.Address(concession, year, line)}/reservations/{reservation}")));

    [Function("GetReservation")]
    public Task Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, string concession, string year, string line, string reservation) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.CheckLine(concession, year, line).CheckId("reservation", reservation).ReadNothingAsync(
            async () => Answers.From(call, await read.FindAsync(concession, year, line, reservation, call.Viewer(), token), ReservationAnswer.Of)));

    [Function("ListReservations")]
    public Task List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ListRoute)] HttpRequest request, string concession, string year, string line)
    {
        var scope = $"reservations|{concession}|{year}|{line}";
        return endpoint.RunAsync(request, Access.Read, (call, token) => call.CheckLine(concession, year, line).AskAsync(
            query => (query.Limit, After: query.After(paging, scope)),
            async asked => Answers.From(
                call, await read.ListAsync(concession, year, line, call.Viewer(), asked.Limit, asked.After, token),
                page => paging.Page<ReservationAnswer>(call, [.. page.Items.Select(ReservationAnswer.Of)], page.Next, scope))));
    }

    /// <summary>Ends a reservation before its time. Again is harmless, so that no Idempotency-Key is asked for.</summary>
    [Function("ReleaseReservation")]
    public Task Release(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/release")] HttpRequest request, string concession, string year, string line, string reservation) =>
        endpoint.RunAsync(request, Access.Authority, (call, token) => call.CheckLine(concession, year, line).CheckId("reservation", reservation).ReadNothingAsync(
            async () => Answers.From(
                call, await release.RunAsync(concession, year, line, reservation, call.Actor(), token), ReservationAnswer.Of)));
}
