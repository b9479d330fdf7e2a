using System.Collections.Immutable;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Quotas;

/// <summary>A concession's share of a year's quota for one class of animal.</summary>
/// <param name="MinimumAgeYears">Youngest ram that may be taken; null where no age is set.</param>
/// <param name="Animals">Whole animals, 0 or more.</param>
/// <param name="AboveCeilingReason">Why more than the survey carries was accepted, if it was; R27 then flags it as a notice.</param>
/// <param name="Outfitters">
/// Who was allocated a share of the line, beside the concession's holders, whose line it is (R14). Empty: nobody else. Null: nobody has said.
/// </param>
public sealed record QuotaLine(
    string Taxon, Sex Sex, int? MinimumAgeYears, QuotaPurpose Purpose, int Animals, string? AboveCeilingReason = null,
    ImmutableArray<LineOutfitter>? Outfitters = null)
{
    public bool Equals(QuotaLine? other) =>
        other is not null && Taxon == other.Taxon && Sex == other.Sex && MinimumAgeYears == other.MinimumAgeYears && Purpose == other.Purpose
        && Animals == other.Animals && AboveCeilingReason == other.AboveCeilingReason && Outfitters.HasValue == other.Outfitters.HasValue && (Outfitters ?? []).Same(other.Outfitters ?? []);

    public override int GetHashCode() => HashCode.Combine(Taxon, Sex, MinimumAgeYears, Purpose, Animals, AboveCeilingReason, Outfitters?.Length);
}

/// <summary>An outfitter with a share of a quota line; permits name it by its id or by any of its names.</summary>
public sealed record LineOutfitter(string Id, LocalizedNames Names);

/// <summary>The limit of a taxon for a hunting year over the whole country.</summary>
/// <param name="AcceptedOverAllocation">Why a quota below what is already allocated was accepted, if it was; R07 then flags it.</param>
/// <param name="AboveCeilingReason">Why more than the survey carries was accepted, if it was; R27 then flags it as a notice.</param>
public sealed record NationalQuota(string Year, string Taxon, int Animals, string? AcceptedOverAllocation = null, string? AboveCeilingReason = null);

public enum Sex { Male, Female, Any, Unknown }

public enum QuotaPurpose { Trophy, Scientific, LiveCapture, Management }
