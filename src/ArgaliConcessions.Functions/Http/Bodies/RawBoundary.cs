namespace ArgaliConcessions.Functions.Http.Bodies;

/// <summary>A geometry as it was sent, unjudged: polygons of rings (the shell first) of positions in degrees.</summary>
/// <param name="Pointers">Where each polygon lies in the body; a ring is <c>/r</c> below it, a position <c>/r/p</c>.</param>
public sealed record RawBoundary(
    IReadOnlyList<IReadOnlyList<IReadOnlyList<(double Longitude, double Latitude)>>> Polygons, IReadOnlyList<string> Pointers);
