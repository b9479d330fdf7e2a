using System.Collections.Concurrent;
using ArgaliConcessions.Domain.Zones;
using ArgaliConcessions.Domain.Zones.ReferenceSystems;

namespace ArgaliConcessions.Application.Zones.Files;

/// <summary>Carries shapes from the reference systems of files to that of the register, with the deployment's parameters.</summary>
public sealed class GroundFrames(ReferenceSystemOptions options)
{
    private readonly DatumShift _pulkovo = DatumShift.Parse(options.Pulkovo1942ToWgs84)
        ?? throw new ArgumentException("The parameters of Pulkovo 1942 are not seven figures.", nameof(options));

    private readonly ConcurrentDictionary<string, GroundTransform> _transforms = new(StringComparer.Ordinal);

    /// <summary>The shape in WGS 84; rounded (<see cref="GroundTransform.Decimals"/>) where it had to be carried there.</summary>
    public Polygons ToWgs84(Polygons polygons, ReferenceSystem system) =>
        _transforms.GetOrAdd(system.Code, _ => new GroundTransform(system, _pulkovo)).Transform(polygons);

    /// <summary>What is kept of a file beside its zones.</summary>
    /// <param name="sha256">Of its bytes, lower-case hex.</param>
    public ZoneSource SourceOf(string sha256, string format, ReferenceSystem system) => system.Datum == GeodeticDatum.Pulkovo1942
        ? new ZoneSource(sha256, format, system.Code, _pulkovo.ToString(), options.Pulkovo1942Source)
        : new ZoneSource(sha256, format, system.Code);
}
