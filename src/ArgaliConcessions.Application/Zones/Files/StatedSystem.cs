using ArgaliConcessions.Domain.Zones.ReferenceSystems;

namespace ArgaliConcessions.Application.Zones.Files;

/// <summary>Settles which reference system a file is in: what it says itself, or what the caller says of one that says nothing. Never a guess.</summary>
internal static class StatedSystem
{
    /// <param name="prj">The text of its <c>.prj</c>; null when it has none.</param>
    public static Outcome<ReferenceSystem> Of(string? prj, ReferenceSystem? asked)
    {
        if (string.IsNullOrWhiteSpace(prj)) return asked is null ? FileRefusal.Of(Reason.Of("crs-missing")) : new Outcome<ReferenceSystem>.Done(asked);
        var reading = WktReader.Read(prj);
        return reading.System is { } stated
            ? Agreed(stated, asked)
            : FileRefusal.Of(Reason.Of("crs-unknown", null, ("read", reading.Read), ("allowed", Known)));
    }

    /// <summary>The system that the file states, unless the caller says another.</summary>
    public static Outcome<ReferenceSystem> Agreed(ReferenceSystem stated, ReferenceSystem? asked) => asked is null || asked == stated
        ? new Outcome<ReferenceSystem>.Done(stated)
        : FileRefusal.Of(Reason.Of("crs-conflict", null, ("stated", $"{stated.Code} ({stated.Name})"), ("asked", asked.Code)));

    /// <summary>The codes of all systems, for a text.</summary>
    private static string Known => string.Join(", ", KnownSystems.All.Select(s => s.Code));
}
