namespace ArgaliConcessions.Domain.Law;

/// <summary>A taxon as the authority names it: <c>polii</c> part of <c>argali</c>. Quotas and closures of a parent cover its children.</summary>
/// <param name="PartOf">The id of the parent; null at the top.</param>
/// <param name="Scientific">The scientific name, e.g. <c>Ovis ammon polii</c>.</param>
public sealed record Taxon(string Id, LocalizedNames Names, string? Scientific = null, string? PartOf = null);

/// <summary>The authority's taxa and their tree. Of two with the same id, which no authority may record, the first counts.</summary>
public sealed class TaxonTree(IEnumerable<Taxon> taxa)
{
    private readonly Dictionary<string, Taxon> _byId = taxa.DistinctBy(t => t.Id).ToDictionary(t => t.Id, StringComparer.Ordinal);

    public IReadOnlyCollection<Taxon> All => _byId.Values;

    public Taxon? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The taxon's own id, then its parent's, and so on; an unknown id yields itself alone. Ends at a repeated id.</summary>
    public IEnumerable<string> SelfAndAncestors(string id)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (string? at = id; at is not null && seen.Add(at); at = _byId.GetValueOrDefault(at)?.PartOf) yield return at;
    }

    /// <summary>Whether a rule for <paramref name="ruled"/> covers an animal of <paramref name="taxon"/>.</summary>
    public bool Covers(string ruled, string taxon) => SelfAndAncestors(taxon).Contains(ruled, StringComparer.Ordinal);
}
