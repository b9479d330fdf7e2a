using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Zones;

/// <summary>A whole FeatureCollection of zones: tried, or imported.</summary>
public sealed class ZoneImportFunctions(Endpoint endpoint, ImportZones import)
{
    private const string Route = "imports/zones";
    private static readonly Intake Recording = Intake.LargeJson with { KeyRequired = true };

    [Function("ImportZones")]
    public Task Import([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request) =>
        endpoint.RunAsync(request, Access.Authority, IntakeOf(request), (call, token) => call.ReadAsync(
            body => (Items: ZoneImportWire.Read(body), DryRun: call.Query.Flag("dryRun")),
            async asked => Answers.From(
                call, await import.RunAsync(asked.Items, asked.DryRun ? null : ZoneImportWire.RequestOf(call, Route), call.Actor(), token),
                report => ZoneImportAnswer.Of(report, call.Texts))));

    /// <summary>A dry run makes nothing: it needs no key.</summary>
    private static Intake IntakeOf(HttpRequest request) => request.Query["dryRun"] == "true" ? Intake.LargeJson : Recording;
}
