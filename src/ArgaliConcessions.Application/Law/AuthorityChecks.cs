using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Law;

/// <summary>What must hold of an authority beyond the form of its fields.</summary>
internal static class AuthorityChecks
{
    public static Refusal? Judge(AuthorityTerms terms, AuthorityTerms? standing, AuthorityOptions options)
    {
        var complaints = new Complaints();
        complaints.When(terms.Country is not { Length: 2 } || !terms.Country.All(char.IsAsciiLetterUpper), "bad-country", "/country");
        complaints.When(standing is not null && terms.Country != standing.Country, "country-fixed", "/country", ("country", standing?.Country));
        complaints.When(!IsTimeZone(terms.TimeZone), "time-zone-unknown", "/timeZone", ("timeZone", terms.TimeZone));
        complaints.When(options.TimeZone is { Length: > 0 } zone && terms.TimeZone != zone, "time-zone-not-deployed", "/timeZone", ("expected", options.TimeZone));
        JudgeTaxa(terms, standing, complaints);
        return complaints.ToRefusal();
    }

    public static bool IsTimeZone(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is not null;

    private static void JudgeTaxa(AuthorityTerms terms, AuthorityTerms? standing, Complaints complaints)
    {
        var parents = terms.Taxa.DistinctBy(t => t.Id).ToDictionary(t => t.Id, t => t.PartOf, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < terms.Taxa.Length; i++)
        {
            var taxon = terms.Taxa[i];
            complaints.When(!seen.Add(taxon.Id), "taxon-repeated", $"/taxa/{i}/id", ("taxon", taxon.Id));
            if (taxon.PartOf is not { } parent) continue;
            if (!parents.ContainsKey(parent)) complaints.Add("taxon-unknown", $"/taxa/{i}/partOf", ("taxon", parent));
            else complaints.When(IsItsOwnAncestor(taxon.Id, parents), "taxon-circle", $"/taxa/{i}/partOf", ("taxon", taxon.Id));
        }

        // Seasons, quotas and permits name taxa: one that was there stays.
        foreach (var gone in standing?.Taxa.Where(t => !parents.ContainsKey(t.Id)) ?? []) complaints.Add("taxon-removed", "/taxa", ("taxon", gone.Id));
    }

    private static bool IsItsOwnAncestor(string taxon, Dictionary<string, string?> parents)
    {
        var at = parents[taxon];
        for (var step = 0; at is not null && step <= parents.Count; step++)
        {
            if (at == taxon) return true;
            at = parents.GetValueOrDefault(at);
        }

        return false;
    }
}
