namespace ArgaliConcessions.Domain.Permits;

/// <summary>Another permit on which a hunter's document stands too (R34).</summary>
/// <param name="Number">The permit's number.</param>
/// <param name="Year">Its hunting year.</param>
/// <param name="Hunter">The hunter by that permit.</param>
public sealed record DocumentBearer(string Number, string Year, HunterSummary Hunter);
