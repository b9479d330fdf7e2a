using System.Collections.Immutable;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>Asks <see cref="ZoneMap.Judge"/> for a permit: the one question behind R03, R04, R13 and the verdict.</summary>
internal static class Positions
{
    /// <summary>Held against the permit's zones; one that names none is valid in all hunting zones of its concession.</summary>
    /// <returns>Null where there is no position, or none on earth.</returns>
    public static PositionAnswer? Judge(PermitCase file, GeoPosition? position, LocalDate on)
    {
        if (position is null || !PositionQuestion.IsPlace(position.Lon, position.Lat)) return null;
        var zones = file.Permit.Zones.IsEmpty ? HuntingZones(file, on) : file.Permit.Zones;
        return file.Law.Map.Judge(new PositionQuestion(position.Lon, position.Lat, position.AccuracyMetres, on, file.Law.Concession.Id, zones));
    }

    /// <summary><c>lon</c>, <c>lat</c>, <c>radiusMetres</c>, <c>accuracyAssumed</c> (present where no accuracy was given).</summary>
    public static Evidence Evidence(GeoPosition position, PositionAnswer answer) => Law.Evidence.Of(
        ("lon", Degrees(position.Lon)), ("lat", Degrees(position.Lat)), ("radiusMetres", EvidenceValue.Metres(answer.RadiusMetres)),
        ("accuracyAssumed", answer.AccuracyAssumed ? EvidenceValue.Metres(answer.RadiusMetres) : null));

    /// <summary><c>concession/zone</c>, as findings name zones of any concession.</summary>
    public static string Name(ZoneRef zone) => $"{zone.Concession}/{zone.Zone}";

    /// <summary>A version as answers name it, with its act: from the concession's own law, or from the map for a neighbour's.</summary>
    public static LawRef LawOf(PermitCase file, ZoneRef zone)
    {
        var basis = zone.Concession == file.Law.Concession.Id && file.Law.Concession.Zones.TryGetValue(zone.Zone, out var series)
            ? series.All.FirstOrDefault(v => v.Number == zone.Version)?.Basis
            : file.Law.Map.BasisOf(zone);
        return new LawRef(zone.Law, basis);
    }

    // Six decimals are a tenth of a metre: what answers are rounded to.
    private static EvidenceValue Degrees(double value) => Math.Round((decimal)value, 6);

    private static ImmutableArray<string> HuntingZones(PermitCase file, LocalDate on) =>
        [.. file.Law.Concession.Zones.Where(z => z.Value.On(on, file.Knowledge)?.Value.Kind == ZoneKind.Hunting).Select(z => z.Key)];
}
