using ArgaliConcessions.Domain.Zones.ReferenceSystems;

namespace ArgaliConcessions.Application.Zones.Files;

/// <summary>Reads a file of zones from bytes of any kind: what is wrong with it is a refusal with a code of its own, never an exception.</summary>
public sealed class ReadZoneFile
{
    /// <param name="asked">The system the caller says the file is in; null when it says so itself.</param>
    /// <param name="encoding">The encoding the caller says its attributes are in; null to find out. KML says so itself.</param>
    public Outcome<ZoneFile> Run(ReadOnlyMemory<byte> bytes, ZoneFileFormat format, ReferenceSystem? asked, AttributeEncoding? encoding)
    {
        if (format == ZoneFileFormat.Kml) return KmlFile.Read(bytes, asked);
        var outcome = ShapefileZip.Open(bytes);
        return outcome is Outcome<ShapefileParts>.Done { Value: var parts }
            ? ShapefileFile.Read(parts, asked, encoding)
            : outcome.Refused<ShapefileParts, ZoneFile>();
    }
}
