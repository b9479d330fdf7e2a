using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Application.Zones.Files;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Zones;

/// <summary>Zones as GeoJSON.</summary>
public sealed class ZoneFunctions(Endpoint endpoint, PutZone put, ProposeZoneRepair repair, ReadZone read, ListZones list, FindZonesAt find, GroundFrames frames)
{
    private const string ZoneRoute = "concessions/{concession}/zones/{zone}";

    [Function("PutZone")]
    public Task Put([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = ZoneRoute)] HttpRequest request, string concession, string zone) =>
        endpoint.RunAsync(request, Access.Authority, Intake.LargeJson, (call, token) => call.CheckId("zone", zone).ReadAsync(
            body => (Draft: ZoneWire.Read(body, frames), Repair: call.Query.OneOf<RepairMode>("repair")),
            async asked => asked.Repair is null
                ? Answers.From(call, await put.RunAsync(concession, zone, asked.Draft, call.Precondition(), call.Actor(), token), ZoneFeature.Of, _ => $"concessions/{concession}/zones/{zone}")
                : Answers.From(call, repair.Run(asked.Draft.Shape), proposal => RepairedFeature.Of(asked.Draft, proposal))));

    [Function("GetZone")]
    public Task Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ZoneRoute)] HttpRequest request, string concession, string zone) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(q => q.Law(), async query =>
            Answers.From(call, await read.RunAsync(concession, zone, query, token), ZoneFeature.Of)));

    [Function("ListZones")]
    public Task List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "concessions/{concession}/zones")] HttpRequest request, string concession) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(q => q.Law(), async query =>
            Answers.From(call, await list.RunAsync(concession, query, token), ZoneCollection.Of)));

    [Function("FindZonesAt")]
    public Task FindAt([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "zones")] HttpRequest request) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(q => (Place: Place(q), Law: q.Law()), async query =>
            Answers.From(call, await find.RunAsync(query.Place.Lon, query.Place.Lat, query.Law, token), ZoneCollection.Of)));

    private static (double Lon, double Lat) Place(QueryReader query) =>
        (query.Required("lon", query.Number("lon", -180, 180)), query.Required("lat", query.Number("lat", -90, 90)));
}

/// <summary>What <c>?repair</c> may ask for.</summary>
public enum RepairMode { Propose }
