using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Zones.Exports;

/// <summary>The forms in which zones are taken along.</summary>
public enum ZoneExportForm { Geojson, Gpx, Kml, Shapefile }

/// <summary>Chooses a form by the Accept header; GeoJSON where anything will do.</summary>
internal static class ZoneExportForms
{
    private static readonly (string MediaType, ZoneExportForm Form)[] Known =
    [
        (GeoJsonWriter.MediaType, ZoneExportForm.Geojson), ("application/json", ZoneExportForm.Geojson), (ZoneGpx.MediaType, ZoneExportForm.Gpx),
        (ZoneKml.MediaType, ZoneExportForm.Kml), (ZoneShapefile.MediaType, ZoneExportForm.Shapefile), ("*/*", ZoneExportForm.Geojson), ("application/*", ZoneExportForm.Geojson),
    ];

    /// <summary>Null when the header names only what we do not have.</summary>
    public static ZoneExportForm? Of(HttpRequest request) => Accepted.Of(request, Known, ZoneExportForm.Geojson);
}
