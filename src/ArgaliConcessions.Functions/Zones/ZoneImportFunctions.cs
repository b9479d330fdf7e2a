using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Zones;

/// <summary>A whole file of zones: tried, or imported.</summary>
public sealed class ZoneImportFunctions(Endpoint endpoint, ZoneImportIntake intake, ImportZones import)
{
    [Function("ImportZones")]
    public Task Import([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ZoneImportIntake.Route)] HttpRequest request) =>
        endpoint.RunAsync(request, Access.Authority, IntakeOf(request), (call, token) => intake.ReadAsync(call, async asked => Answers.From(
            call, await import.RunAsync(asked.Items, asked.File, asked.Request, call.Actor(), token), report => ZoneImportAnswer.Of(report, call.Texts))));

    /// <summary>A dry run makes nothing: it needs no key.</summary>
    private static Intake IntakeOf(HttpRequest request) => Intake.ZoneFile with { KeyRequired = request.Query["dryRun"] != "true" };
}
