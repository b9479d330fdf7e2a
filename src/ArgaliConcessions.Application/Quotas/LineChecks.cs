using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>What must hold of a quota line that is entered or changed, the ceiling of its survey apart.</summary>
internal static class LineChecks
{
    public static Refusal? FaultOf(QuotaLineRequest request, NationalLaw law)
    {
        if (!law.Years.ContainsKey(request.Year)) return Refusal.NotFound("year");
        var taxon = law.Authority.Latest.Value.TaxonTree.Find(request.Terms.Taxon);
        return taxon is null ? Refusal.Invalid(Reason.Of("taxon-unknown", "/taxon", ("taxon", request.Terms.Taxon))) : null;
    }

    public static bool IsAsAsked(Revision<QuotaLine> latest, QuotaLineRequest request) => latest.Value == request.Terms && latest.Basis == request.Basis;

    /// <summary>A line keeps its taxon, and is not lowered below what stands on it.</summary>
    public static Refusal? Objection(QuotaLineRequest request, QuotaLine standing, LineBalance balance)
    {
        if (standing.Taxon != request.Terms.Taxon) return TaxonFixed(standing.Taxon);
        return LineStep.IsBelowStanding(request.Terms.Animals, standing.Animals, balance) ? BelowIssued(request, balance.Bound) : null;
    }

    /// <summary>The taxon of the national quota that a new line takes from: its own or the nearest that it is part of; null where there is none.</summary>
    public static string? NearestQuota(QuotaLineRequest request, NationalLaw law) => law.Authority.Latest.Value.TaxonTree
        .SelfAndAncestors(request.Terms.Taxon).FirstOrDefault(taxon => law.NationalQuotas.ContainsKey((request.Year, taxon)));

    public static Refusal NationalQuotaMissing(QuotaLineRequest request) => Refusal.Because(
        RefusalKind.Conflict, "national-quota-missing", Reason.Of("national-quota-missing", "/taxon", ("taxon", request.Terms.Taxon), ("year", request.Year)));

    public static Refusal BelowIssued(QuotaLineRequest request, int held) => Refusal.Because(
        RefusalKind.Conflict, "line-below-issued", Reason.Of("line-below-issued", "/animals", ("asked", request.Terms.Animals), ("issued", held)));

    /// <param name="allocated">Animals that all lines hold of the quota.</param>
    /// <param name="granted">Animals that this line has of them already.</param>
    public static Refusal Exceeded(QuotaLineRequest request, Revision<NationalQuota> quota, int allocated, int granted)
    {
        var reason = Reason.Of(
            "national-quota-exceeded", "/animals", ("asked", request.Terms.Animals), ("quota", quota.Value.Animals), ("allocated", allocated),
            ("available", Math.Max(0, quota.Value.Animals - allocated) + granted), ("taxon", quota.Value.Taxon), ("year", request.Year));
        return Refusal.Because(RefusalKind.Conflict, "national-quota-exceeded", reason with { Law = NationalLaw.QuotaRef(quota) });
    }

    private static Refusal TaxonFixed(string taxon) => Refusal.Because(
        RefusalKind.Conflict, "line-taxon-fixed", Reason.Of("line-taxon-fixed", "/taxon", ("taxon", taxon)));
}
