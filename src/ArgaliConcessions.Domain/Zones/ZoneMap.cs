namespace ArgaliConcessions.Domain.Zones;

/// <summary>The one type through which all point-in-zone questions go.</summary>
public sealed class ZoneMap;
