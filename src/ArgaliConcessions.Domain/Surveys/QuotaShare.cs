using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Domain.Surveys;

/// <summary>A quota, national or a line's, as a share of what one survey carries.</summary>
/// <param name="Id">A line's id or a national quota's taxon.</param>
/// <param name="Animals">Whole animals, whatever the purpose.</param>
public sealed record QuotaShare(string Id, string Taxon, int Animals, Instant RecordedAt)
{
    public static QuotaShare Of(Revision<NationalQuota> quota) => new(quota.Value.Taxon, quota.Value.Taxon, quota.Value.Animals, quota.RecordedAt);

    public static QuotaShare Of(string line, Revision<QuotaLine> revision) => new(line, revision.Value.Taxon, revision.Value.Animals, revision.RecordedAt);

    /// <summary>The animals of a concession's lines that share a survey with this one and were recorded no later than it, itself among them.</summary>
    /// <remarks>So of lines that are together above a ceiling those are named that went past it, not those that were there before.</remarks>
    /// <param name="lines">All lines of the concession's hunting year.</param>
    /// <param name="surveyed">The survey's taxon: it counted all that is part of it.</param>
    public int TogetherWithLines(IEnumerable<QuotaShare> lines, string surveyed, TaxonTree taxa) =>
        Sum(lines.Where(one => taxa.Covers(surveyed, one.Taxon)));

    /// <summary>The animals of national quotas that share a survey with this one and were recorded no later than it, itself among them.</summary>
    /// <remarks>A quota that has another above it is part of that one, and stands alone.</remarks>
    /// <param name="quotas">All national quotas of the hunting year.</param>
    /// <param name="surveyed">The survey's taxon.</param>
    public int TogetherWithQuotas(IEnumerable<QuotaShare> quotas, string surveyed, TaxonTree taxa)
    {
        var shared = quotas.Where(one => one.Id != Id && taxa.Covers(surveyed, one.Taxon)).Append(this).ToList();
        return HasOneAbove(this) ? Animals : Sum(shared.Where(one => !HasOneAbove(one)));

        bool HasOneAbove(QuotaShare share) => shared.Any(other => other.Taxon != share.Taxon && taxa.Covers(other.Taxon, share.Taxon));
    }

    private int Sum(IEnumerable<QuotaShare> shares) => Animals + shares.Where(one => one.Id != Id && IsBefore(one)).Sum(one => one.Animals);

    private bool IsBefore(QuotaShare other) =>
        other.RecordedAt < RecordedAt || (other.RecordedAt == RecordedAt && string.CompareOrdinal(other.Id, Id) < 0);
}
