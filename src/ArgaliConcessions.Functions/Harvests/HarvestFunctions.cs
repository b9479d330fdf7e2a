using ArgaliConcessions.Application.Harvests;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Permits;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Harvests;

/// <summary>What came of a hunt: reported by holder, inspector or authority, and never refused for being unlawful.</summary>
public sealed class HarvestFunctions(Endpoint endpoint, RecordHarvest record, ReadHarvest read)
{
    private const string HarvestRoute = "permits/{number}/harvests/{harvest}";

    [Function("PutHarvest")]
    public Task Put([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = HarvestRoute)] HttpRequest request, string number, string harvest) =>
        endpoint.RunAsync(request, Access.HarvestReporters, (call, token) => call.CheckId("harvest", harvest).ReadAsync(
            body => HarvestWire.Read(body, harvest, call.Precondition()),
            async report => Answers.From(
                call, await record.RunAsync(number, report, call.Viewer(), call.Actor(), token),
                recorded => HarvestAnswer.Of(recorded, call.Texts), recorded => $"permits/{recorded.Permit.Number}/harvests/{harvest}")));

    [Function("GetHarvest")]
    public Task Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = HarvestRoute)] HttpRequest request, string number, string harvest) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.CheckId("harvest", harvest).AskAsync(query => query.Law(), async law =>
            Answers.From(call, await read.RunAsync(number, harvest, call.Viewer(), law.KnownAt, token), HarvestView.Of)));
}
