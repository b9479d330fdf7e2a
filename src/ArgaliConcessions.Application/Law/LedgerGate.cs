using ArgaliConcessions.Application.Permits;

namespace ArgaliConcessions.Application.Law;

/// <summary>Whether somebody may ask about a concession's hunting year.</summary>
internal static class LedgerGate
{
    /// <summary>Null when there are such a concession and year; a concession that the viewer may not see is as unknown as one that is not there.</summary>
    public static async Task<Refusal?> RefusalAsync(
        this LawLibrary library, string concession, string year, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.MaySee(concession)) return LawRefusals.NoConcession;
        if (await library.ConcessionAsync(concession, LawFreshness.Cached, cancellationToken) is not { } law) return LawRefusals.NoConcession;
        return law.National.Years.ContainsKey(year) ? null : Refusal.NotFound("year");
    }
}
