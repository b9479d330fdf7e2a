namespace ArgaliConcessions.Functions.Pages.Maps;

/// <summary>Something drawn on a map's paper, in its units. There are few kinds, so that a page and a PDF draw the same map.</summary>
internal abstract record MapMark
{
    private MapMark()
    {
    }

    /// <summary>Ground within rings (shells and holes: the even-odd rule tells which), of each its corners.</summary>
    /// <param name="Title">What a reader with a pointer or a screen reader is told.</param>
    /// <param name="Dashed">A border that is not in force, or not on all the days asked about.</param>
    public sealed record Ground(IReadOnlyList<IReadOnlyList<(double X, double Y)>> Rings, MapLook Look, bool Dashed, string Title) : MapMark;

    /// <param name="Dotted">A thin broken line, for what is no border.</param>
    public sealed record Line(double X1, double Y1, double X2, double Y2, double Weight, bool Dotted = false) : MapMark;

    /// <summary>A filled shape of its own, such as an arrow's head.</summary>
    public sealed record Filled(IReadOnlyList<(double X, double Y)> Corners) : MapMark;

    /// <summary>Words on a base line, with a pale edge so that they can be read over hatching.</summary>
    /// <param name="Turned">Read from below, for the left edge.</param>
    public sealed record Words(double X, double Y, string Text, double Size, bool Centred = false, bool Bold = false, bool Turned = false) : MapMark;
}

/// <summary>How ground looks; each is told from the others in black and white too.</summary>
internal enum MapLook { Hunting, Closed, Flagged }
