namespace ArgaliConcessions.Domain.Zones;

/// <summary>A zone version with the days on which it is the law: its own days, cut short by the next version.</summary>
/// <param name="Shape">The version.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, or null if none is known.</param>
internal sealed record ZoneInForce(ZoneShape Shape, LocalDate From, LocalDate? To)
{
    public const double LeastToleranceMetres = 10;

    public ZoneRef Ref => Shape.Ref;

    public Boundary Boundary => Shape.Boundary;

    public double ToleranceMetres => Shape.ToleranceMetres is > LeastToleranceMetres and var metres ? metres : LeastToleranceMetres;

    public bool IsOn(LocalDate date) => From <= date && !(To < date);

    public bool IsWithin(LocalDate from, LocalDate? to) => !(To < from) && !(to < From);

    /// <summary>
    /// The days of each version of one zone: a later first day ends the version before, of two with the same first day the higher version
    /// is the correction. Versions that are left without a day are dropped.
    /// </summary>
    public static IEnumerable<ZoneInForce> Timeline(IEnumerable<ZoneShape> versionsOfOneZone)
    {
        var versions = versionsOfOneZone.OrderBy(shape => shape.ValidFrom).ThenBy(shape => shape.Ref.Version).ToList();
        for (var i = 0; i < versions.Count; i++)
        {
            var lastDay = versions[i].ValidTo;
            if (i + 1 < versions.Count && !(lastDay < versions[i + 1].ValidFrom))
            {
                if (versions[i + 1].ValidFrom == versions[i].ValidFrom)
                    continue;
                lastDay = versions[i + 1].ValidFrom.PlusDays(-1);
            }
            if (!(lastDay < versions[i].ValidFrom))
                yield return new(versions[i], versions[i].ValidFrom, lastDay);
        }
    }
}
