using ArgaliConcessions.Application.Inspections;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Inspections;

/// <summary>Checks in the field, judged as of their own instant however late they arrive.</summary>
public sealed class InspectionFunctions(Endpoint endpoint, RecordInspection record)
{
    private const int MostPermits = 20;
    private const int MostPersons = 1000;

    [Function("PutInspection")]
    public Task Put([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "inspections/{id}")] HttpRequest request, string id) =>
        endpoint.RunAsync(request, Access.Inspector, (call, token) => call.CheckId("id", id).ReadAsync(body => Read(body, id), async report => Answers.From(
            call, await record.RunAsync(report, call.Actor(), token), recorded => InspectionAnswer.Of(recorded, call.Texts), _ => $"inspections/{id}")));

    private static InspectionReport Read(BodyReader body, string id) => new(
        id, body.Instant("at"), body.Position(), [.. body.Texts("permits", MostPermits, 80).Distinct(StringComparer.Ordinal)],
        body.TextOrNull("numberAsRead", 80), body.IntOrNull("persons", 0, MostPersons), body.TextOrNull("weapons", 500), body.TextOrNull("notes", 4000));
}
