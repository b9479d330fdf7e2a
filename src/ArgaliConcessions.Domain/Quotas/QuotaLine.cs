namespace ArgaliConcessions.Domain.Quotas;

/// <summary>A concession's share of a year's quota for one class of animal.</summary>
/// <param name="MinimumAgeYears">Youngest ram that may be taken; null where no age is set.</param>
/// <param name="Animals">Whole animals, 0 or more.</param>
public sealed record QuotaLine(string Taxon, Sex Sex, int? MinimumAgeYears, QuotaPurpose Purpose, int Animals);

/// <summary>The limit of a taxon for a hunting year over the whole country.</summary>
/// <param name="AcceptedOverAllocation">Why a quota below what is already allocated was accepted, if it was; R07 then flags it.</param>
public sealed record NationalQuota(string Year, string Taxon, int Animals, string? AcceptedOverAllocation = null);

public enum Sex { Male, Female, Any, Unknown }

public enum QuotaPurpose { Trophy, Scientific, LiveCapture, Management }
