namespace ArgaliConcessions.Application.Permits;

/// <summary>Whose permits somebody may see.</summary>
/// <param name="Own">The concessions of a holder; null for those who may see all.</param>
public sealed record Viewer(IReadOnlyList<string>? Own)
{
    public static readonly Viewer Everything = new(Own: null);

    public bool MaySee(string concession) => Own is null || Own.Contains(concession, StringComparer.Ordinal);
}
