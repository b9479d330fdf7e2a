using ArgaliConcessions.Application.Zones.Files;
using ArgaliConcessions.Domain.Zones.ReferenceSystems;
using ArgaliConcessions.Functions.Http.Bodies;

namespace ArgaliConcessions.Functions.Zones;

/// <summary>What a caller says of a file of zones.</summary>
/// <param name="System">From <c>?crs</c>; null to take what the file says.</param>
/// <param name="Encoding">From <c>?encoding</c>, which only shapefiles take; null to find out.</param>
/// <param name="Map">From <c>?map</c> and <c>?set</c>.</param>
/// <param name="MakeIds">From <c>?ids=fromNames</c>: ids may be made of what is none.</param>
/// <param name="Text">All of it as it was sent, empty when nothing was: the same bytes with other words are another request.</param>
internal sealed record ZoneFileQuestion(ReferenceSystem? System, AttributeEncoding? Encoding, AttributeMap Map, bool MakeIds, bool DryRun, string Text)
{
    /// <summary>Characters of the longer parameters; the same bound holds for all.</summary>
    private const int Longest = 500;

    public static ZoneFileQuestion Read(QueryReader query, bool takesEncoding)
    {
        var (crs, map, set) = (query.Text("crs", 100), query.Text("map", Longest), query.Text("set", Longest));
        var encoding = takesEncoding ? query.OneOf<AttributeEncoding>("encoding") : null;
        var makeIds = query.OneOf<ZoneIdMode>("ids") is not null;
        var said = crs is not null || map is not null || set is not null || encoding is not null || makeIds;
        return new ZoneFileQuestion(
            SystemOf(query, crs), encoding, new AttributeMap(Pairs(query, "map", map), Pairs(query, "set", set)), makeIds, query.Flag("dryRun"),
            said ? $"{crs}\n{encoding}\n{map}\n{set}\n{makeIds}" : "");
    }

    private static ReferenceSystem? SystemOf(QueryReader query, string? code)
    {
        if (code is null) return null;
        var system = KnownSystems.Find(code);
        if (system is null) query.Fault("crs", "unknown-value", ("allowed", string.Join(", ", KnownSystems.All.Select(s => s.Code))));
        return system;
    }

    private static IReadOnlyDictionary<string, string> Pairs(QueryReader query, string parameter, string? text)
    {
        if (text is null) return AttributeMap.Nothing.Columns;
        var (pairs, fault) = PairList.Read(text);
        if (fault is not null) query.Fault(parameter, "bad-pairs", ("part", fault.Length > 80 ? fault[..80] + "…" : fault), ("allowed", ZoneProperty.Allowed));
        return pairs;
    }
}

/// <summary>What <c>?ids</c> may ask for.</summary>
public enum ZoneIdMode { FromNames }
