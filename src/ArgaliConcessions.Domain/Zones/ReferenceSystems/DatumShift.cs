using System.Globalization;

namespace ArgaliConcessions.Domain.Zones.ReferenceSystems;

/// <summary>
/// The seven parameters of Helmert that carry places from one datum to another, as <b>position vector</b> (the convention of PROJ's <c>+towgs84</c> and of
/// TOWGS84 in WKT). GOST prints the rotations of the coordinate frame: the same numbers with the opposite signs.
/// </summary>
/// <param name="Dx">Metres, as <paramref name="Dy"/> and <paramref name="Dz"/>.</param>
/// <param name="Rx">Seconds of arc, as <paramref name="Ry"/> and <paramref name="Rz"/>.</param>
/// <param name="Scale">Parts per million.</param>
public sealed record DatumShift(double Dx, double Dy, double Dz, double Rx, double Ry, double Rz, double Scale)
{
    /// <summary>Metres from one datum to another that no true pair of them has.</summary>
    private const double LargestMetres = 2_000;
    private const double LargestRest = 60;
    private const int Count = 7;

    /// <summary>Reads <c>dx,dy,dz,rx,ry,rz,scale</c>; null for anything else, and for figures that belong to no datum on earth.</summary>
    public static DatumShift? Parse(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length != Count) return null;
        var figures = new double[Count];
        for (var i = 0; i < Count; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out figures[i])) return null;
            if (!(Math.Abs(figures[i]) <= (i < 3 ? LargestMetres : LargestRest))) return null;
        }

        return new DatumShift(figures[0], figures[1], figures[2], figures[3], figures[4], figures[5], figures[6]);
    }

    /// <summary>The form that <see cref="Parse"/> reads.</summary>
    public override string ToString() => string.Join(',', new[] { Dx, Dy, Dz, Rx, Ry, Rz, Scale }.Select(f => f.ToString(CultureInfo.InvariantCulture)));
}
