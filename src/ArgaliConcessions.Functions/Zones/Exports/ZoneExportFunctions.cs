using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Domain.Zones;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime.Text;

namespace ArgaliConcessions.Functions.Zones.Exports;

/// <summary>Zones to take along, as of a date.</summary>
public sealed class ZoneExportFunctions(Endpoint endpoint, ExportZones export)
{
    [Function("ExportZones")]
    public Task Export([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "exports/zones")] HttpRequest request) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(query => Read(query, request), asked => AnswerAsync(call, asked.Question, asked.Form, token)));

    private static (ZoneExportQuestion Question, ZoneExportForm? Form) Read(QueryReader query, HttpRequest request) => (
        new ZoneExportQuestion(query.Id("concession"), query.OneOf<ZoneKind>("kind"), query.Law()),
        query.OneOf<ZoneExportForm>("format") ?? ZoneExportForms.Of(request));

    private async Task<IResult> AnswerAsync(Call call, ZoneExportQuestion question, ZoneExportForm? form, CancellationToken cancellationToken)
    {
        if (form is null) return Answers.Problem(new Problem(StatusCodes.Status406NotAcceptable, "zone-form-not-there"));
        var outcome = await export.RunAsync(question, cancellationToken);
        if (outcome is not Outcome<ZoneExport>.Done { Value: var zones }) return Answers.From(call, outcome, nothing => nothing);
        var words = new ZoneWords(call.Texts, zones);
        var name = $"zones-{question.Concession ?? "all"}{(question.Kind is { } kind ? "-" + Json.Camel(kind.ToString()) : "")}-{LocalDatePattern.Iso.Format(zones.On)}";
        return form switch
        {
            ZoneExportForm.Gpx => Answers.File(ZoneGpx.MediaType, name + ".gpx", new ZoneGpx(words).WriteAsync),
            ZoneExportForm.Kml => Answers.File(ZoneKml.MediaType, name + ".kml", new ZoneKml(words).WriteAsync),
            ZoneExportForm.Shapefile => Answers.File(ZoneShapefile.MediaType, name + ".zip", new ZoneShapefile(words, name).WriteAsync),
            _ => Answers.File(GeoJsonWriter.MediaType, name + ".geojson", new ZoneGeoJson(words).WriteAsync),
        };
    }
}
