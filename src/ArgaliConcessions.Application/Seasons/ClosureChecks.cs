using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Seasons;

namespace ArgaliConcessions.Application.Seasons;

/// <summary>What must hold of a closure beyond the form of its fields.</summary>
internal sealed class ClosureChecks(LawLibrary library)
{
    public async Task<Refusal?> JudgeAsync(Closure closure, NationalLaw law, CancellationToken cancellationToken)
    {
        var complaints = new Complaints();
        complaints.Span(closure.From, closure.To, "/to");
        var taxa = law.Authority.Latest.Value.TaxonTree;
        for (var i = 0; i < closure.Taxa.Length; i++) complaints.When(taxa.Find(closure.Taxa[i]) is null, "taxon-unknown", $"/taxa/{i}", ("taxon", closure.Taxa[i]));
        for (var i = 0; i < closure.Concessions.Length; i++) await JudgeConcessionAsync(closure.Concessions[i], $"/concessions/{i}", complaints, cancellationToken);
        for (var i = 0; i < closure.Zones.Length; i++) await JudgeZoneAsync(closure.Zones[i], $"/zones/{i}", complaints, cancellationToken);
        return complaints.ToRefusal();
    }

    private async Task JudgeConcessionAsync(string concession, string pointer, Complaints complaints, CancellationToken cancellationToken) =>
        complaints.When(
            await library.ConcessionAsync(concession, LawFreshness.Cached, cancellationToken) is null, "concession-unknown", pointer, ("concession", concession));

    /// <summary>A zone is named as <c>concession/zone</c>: its id alone is unique only in its concession.</summary>
    private async Task JudgeZoneAsync(string zone, string pointer, Complaints complaints, CancellationToken cancellationToken)
    {
        var parts = zone.Split('/');
        var law = parts.Length == 2 ? await library.ConcessionAsync(parts[0], LawFreshness.Cached, cancellationToken) : null;
        complaints.When(law?.Concession.Zones.ContainsKey(parts[^1]) != true, "zone-unknown", pointer, ("zone", zone));
    }
}
