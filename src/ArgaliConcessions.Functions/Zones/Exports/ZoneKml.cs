using System.Globalization;
using System.Xml;
using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Domain.Zones;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Wording;
using NodaTime.Text;

namespace ArgaliConcessions.Functions.Zones.Exports;

/// <summary>Zones as KML 2.2 (OGC 07-147r2), a folder a concession: hunting zones in green, closed ones in red with a broader edge. Coordinates to their last digit.</summary>
internal sealed class ZoneKml(ZoneWords words)
{
    public const string MediaType = "application/vnd.google-earth.kml+xml";

    private const string Space = "http://www.opengis.net/kml/2.2";

    public async Task WriteAsync(HeldStream output, CancellationToken cancellationToken)
    {
        await using var writer = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, IndentChars = " ", Async = true, Encoding = LawfulXml.Utf8 });
        Begin(writer);
        foreach (var concession in words.Export.Zones.GroupBy(zone => zone.Zone.Version.Concession, StringComparer.Ordinal))
        {
            BeginFolder(writer, concession.First());
            foreach (var zone in concession)
            {
                Placemark(writer, zone);
                await writer.FlushAsync();
                await output.SendIfMuchAsync(cancellationToken);
            }
            await writer.WriteEndElementAsync();
        }
        // Ends what is still open.
        await writer.WriteEndDocumentAsync();
    }

    private void Begin(XmlWriter writer)
    {
        writer.WriteStartElement("kml", Space);
        writer.WriteStartElement("Document", Space);
        Text(writer, "name", words.Title);
        Text(writer, "description", words.AsOf);
        // Alpha, blue, green, red: KML's own order.
        Style(writer, ZoneKind.Hunting, "ff327d2e", "40327d2e", "2");
        Style(writer, ZoneKind.Closed, "ff1c1cb7", "661c1cb7", "4");
    }

    private void BeginFolder(XmlWriter writer, ExportedZone first)
    {
        writer.WriteStartElement("Folder", Space);
        Text(writer, "name", first.Terms.Names.In(words.Texts.Language.Chain));
    }

    private static void Style(XmlWriter writer, ZoneKind kind, string line, string fill, string width)
    {
        writer.WriteStartElement("Style", Space);
        writer.WriteAttributeString("id", Json.Camel(kind.ToString()));
        writer.WriteStartElement("LineStyle", Space);
        Text(writer, "color", line);
        Text(writer, "width", width);
        writer.WriteEndElement();
        writer.WriteStartElement("PolyStyle", Space);
        Text(writer, "color", fill);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private void Placemark(XmlWriter writer, ExportedZone zone)
    {
        writer.WriteStartElement("Placemark", Space);
        Text(writer, "name", words.NameOf(zone));
        Text(writer, "description", words.About(zone));
        Text(writer, "styleUrl", "#" + Json.Camel(zone.Zone.Version.Selected.Value.Kind.ToString()));
        writer.WriteStartElement("ExtendedData", Space);
        foreach (var (name, value) in DataOf(zone)) Data(writer, name, value);
        writer.WriteEndElement();
        writer.WriteStartElement("MultiGeometry", Space);
        foreach (var polygon in zone.Zone.Boundary.Polygons)
        {
            writer.WriteStartElement("Polygon", Space);
            foreach (var (index, ring) in polygon.Index()) Ring(writer, index == 0 ? "outerBoundaryIs" : "innerBoundaryIs", ring);
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    /// <summary>The same names as in GeoJSON, those of several languages and the act apart.</summary>
    private IEnumerable<(string Name, string? Value)> DataOf(ExportedZone zone)
    {
        var (reading, version) = (zone.Zone.Version, zone.Zone.Version.Selected);
        return
        [
            ("concession", reading.Concession), ("concessionCode", zone.Terms.Code), .. zone.Terms.Names.ByTag.Select(name => ($"concessionNames.{name.Key}", (string?)name.Value)),
            ("zone", reading.Id), .. version.Value.Names.ByTag.Select(name => ($"names.{name.Key}", (string?)name.Value)),
            ("kind", Json.Camel(version.Value.Kind.ToString())), ("version", Number(version.Number)), ("geometryHash", version.Value.GeometryHash),
            ("validFrom", LocalDatePattern.Iso.Format(version.ValidFrom)), ("validTo", version.ValidTo is { } last ? LocalDatePattern.Iso.Format(last) : null),
            ("basis.title", version.Basis.Title), ("basis.number", version.Basis.Number), ("basis.publishedOn", LocalDatePattern.Iso.Format(version.Basis.PublishedOn)),
            ("basis.url", version.Basis.Url), ("toleranceMetres", version.Value.ToleranceMetres is { } metres ? Number(metres) : null), ("acceptOverlap", version.Value.AcceptedOverlap),
            ("areaHectares", Number(ZoneWords.Hectares(zone))), ("asOf", LocalDatePattern.Iso.Format(words.Export.On)), ("knownAt", InstantPattern.ExtendedIso.Format(words.Export.KnownAt)),
        ];
    }

    private static void Data(XmlWriter writer, string name, string? value)
    {
        if (value is null) return;
        writer.WriteStartElement("Data", Space);
        writer.WriteAttributeString("name", name);
        Text(writer, "value", value);
        writer.WriteEndElement();
    }

    private static void Ring(XmlWriter writer, string boundary, IReadOnlyList<(double Lon, double Lat)> ring)
    {
        writer.WriteStartElement(boundary, Space);
        writer.WriteStartElement("LinearRing", Space);
        writer.WriteStartElement("coordinates", Space);
        foreach (var (lon, lat) in ring) writer.WriteString($"{Number(lon)},{Number(lat)} ");
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Text(XmlWriter writer, string name, string text) => writer.WriteElementString(name, Space, LawfulXml.Of(text));

    private static string Number(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
