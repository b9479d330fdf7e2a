using System.Xml;
using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Wording;
using NetTopologySuite.IO;

namespace ArgaliConcessions.Functions.Zones.Exports;

/// <summary>
/// Zones as tracks of a GPX file, which receivers and phones show as lines: a track a zone, a closed segment a ring. GPX knows no areas: of a shape with several
/// rings the way they run tells shells (counter-clockwise) from holes (clockwise).
/// </summary>
internal sealed class ZoneGpx(ZoneWords words)
{
    public const string MediaType = "application/gpx+xml";

    private const string Creator = "ArgaliConcessions";

    /// <summary>The library writes a file in one go: it is held whole, at most <see cref="ExportZones.MaxPoints"/> points of some 60 bytes.</summary>
    public Task WriteAsync(HeldStream output, CancellationToken cancellationToken)
    {
        Make(output);
        return Task.CompletedTask;
    }

    private void Make(HeldStream output)
    {
        using var writer = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, IndentChars = " ", Encoding = LawfulXml.Utf8 });
        var metadata = new GpxMetadata(
            Creator, LawfulXml.Of(words.Title), LawfulXml.Of(words.AsOf), author: null, copyright: null, links: [], words.Export.KnownAt.ToDateTimeUtc(), keywords: null, bounds: null,
            extensions: null);
        GpxWriter.Write(writer, new GpxWriterSettings(), metadata, (IEnumerable<GpxWaypoint>)[], [], words.Export.Zones.Select(TrackOf), extensions: null);
    }

    private GpxTrack TrackOf(ExportedZone zone, int index)
    {
        var segments = zone.Zone.Boundary.Polygons.SelectMany(polygon => polygon).Select(ring =>
            new GpxTrackSegment(new ImmutableGpxWaypointTable(ring.Select(point => new GpxWaypoint(new GpxLongitude(point.Lon), new GpxLatitude(point.Lat)))), extensions: null));
        return new GpxTrack(
            name: LawfulXml.Of(words.NameOf(zone)), comment: LawfulXml.Of(ZoneWords.All(zone.Zone.Version.Selected.Value.Names)), description: LawfulXml.Of(words.About(zone)),
            source: $"concession/{zone.Zone.Version.Concession}/zone/{zone.Zone.Version.Id}@{zone.Zone.Version.Selected.Number}", links: [], number: (uint)index + 1,
            classification: words.KindOf(zone), extensions: null, segments: [.. segments]);
    }
}
