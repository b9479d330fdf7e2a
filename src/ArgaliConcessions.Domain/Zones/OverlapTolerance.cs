namespace ArgaliConcessions.Domain.Zones;

/// <summary>How much two zones may overlap before it counts as a claim to the same ground.</summary>
/// <param name="SliverMetres">Strips of overlap narrower than this are drawing, not a claim.</param>
/// <param name="Hectares">What may be left when such strips are taken away.</param>
public sealed record OverlapTolerance(double SliverMetres, double Hectares)
{
    /// <summary>
    /// 20 m: each of two neighbours walked the border with a receiver good to about 10 m under open sky. What is wider was not
    /// meant to be the same line.
    /// </summary>
    public const double DefaultSliverMetres = 20;

    /// <summary>0.1 ha, about one such strip's width squared and doubled: corners where strips meet are wider than the strips.</summary>
    public const double DefaultHectares = 0.1;

    public static OverlapTolerance Default { get; } = new(DefaultSliverMetres, DefaultHectares);
}

/// <summary>How much two boundaries overlap.</summary>
/// <param name="Hectares">True hectares that both hold.</param>
/// <param name="HectaresBeyondSlivers">Those of them where the overlap is at least as wide as the tolerance's slivers.</param>
/// <param name="BeyondTolerance">Whether they are more than the tolerance lets pass.</param>
public sealed record OverlapMeasure(double Hectares, double HectaresBeyondSlivers, bool BeyondTolerance)
{
    public static OverlapMeasure None { get; } = new(0, 0, BeyondTolerance: false);
}
