namespace ArgaliConcessions.Domain.Zones;

/// <summary>One version of one zone of one concession.</summary>
/// <param name="Concession">The concession's id.</param>
/// <param name="Zone">The zone's id, unique in its concession.</param>
/// <param name="Version">1 for the first version recorded.</param>
public sealed record ZoneRef(string Concession, string Zone, int Version) : IComparable<ZoneRef>
{
    /// <summary>The version as verdicts and findings name it: <c>concession/demo-north/zone/upper@2</c>.</summary>
    public string Law => $"concession/{Concession}/zone/{Zone}@{Version}";

    /// <summary>Concession, then zone (both ordinal), then version.</summary>
    public int CompareTo(ZoneRef? other)
    {
        if (other is null)
            return 1;
        var byConcession = string.CompareOrdinal(Concession, other.Concession);
        if (byConcession != 0)
            return byConcession;
        var byZone = string.CompareOrdinal(Zone, other.Zone);
        return byZone != 0 ? byZone : Version.CompareTo(other.Version);
    }

    public override string ToString() => Law;
}
