namespace ArgaliConcessions.Domain.Zones;

/// <summary>A position and how far the truth may be from it, before any zone's tolerance.</summary>
internal readonly record struct Circle(double Lon, double Lat, double LeastMetres)
{
    /// <summary>A phone's accuracy is a radius that holds the truth in about 68 of 100 fixes; twice it holds nearly all.</summary>
    private const double AccuracyFactor = 2;
    private const double MetresWithoutAccuracy = 50;

    public static Circle Of(PositionQuestion question) =>
        new(question.Lon, question.Lat, question.AccuracyUnknown ? MetresWithoutAccuracy : AccuracyFactor * question.AccuracyMetres!.Value);

    /// <summary>The circle's radius against a zone of this tolerance, in metres: never under 10.</summary>
    public double Radius(double toleranceMetres) => Math.Max(LeastMetres, Math.Max(toleranceMetres, ZoneInForce.LeastToleranceMetres));
}
