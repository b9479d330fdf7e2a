namespace ArgaliConcessions.Domain.Quotas;

/// <summary>A concession's share of a year's quota for one class of animal.</summary>
/// <param name="MinimumAgeYears">Youngest ram that may be taken; null where no age is set.</param>
/// <param name="Animals">Whole animals, 0 or more.</param>
/// <param name="AboveCeilingReason">Why more than the survey carries was accepted, if it was; R27 then flags it as a notice.</param>
public sealed record QuotaLine(string Taxon, Sex Sex, int? MinimumAgeYears, QuotaPurpose Purpose, int Animals, string? AboveCeilingReason = null);

/// <summary>The limit of a taxon for a hunting year over the whole country.</summary>
/// <param name="AcceptedOverAllocation">Why a quota below what is already allocated was accepted, if it was; R07 then flags it.</param>
/// <param name="AboveCeilingReason">Why more than the survey carries was accepted, if it was; R27 then flags it as a notice.</param>
public sealed record NationalQuota(string Year, string Taxon, int Animals, string? AcceptedOverAllocation = null, string? AboveCeilingReason = null);

public enum Sex { Male, Female, Any, Unknown }

public enum QuotaPurpose { Trophy, Scientific, LiveCapture, Management }
