using System.Collections.Immutable;

namespace ArgaliConcessions.Domain.Law;

/// <summary>The authority itself: one deployment serves one.</summary>
/// <param name="Country">ISO 3166-1 alpha-2, upper case; the first part of every permit number.</param>
/// <param name="TimeZone">IANA zone whose local dates are the legal dates.</param>
public sealed record AuthorityTerms(
    LocalizedNames Names, string Country, string TimeZone, ImmutableArray<Taxon> Taxa, RuleSettings Settings)
{
    private readonly ImmutableArray<Taxon> _taxa = Taxa;

    public ImmutableArray<Taxon> Taxa
    {
        get => _taxa;
        init => (_taxa, TaxonTree) = (value, new TaxonTree(value));
    }

    public TaxonTree TaxonTree { get; private init; } = new(Taxa);

    public bool Equals(AuthorityTerms? other) =>
        other is not null && Names.Equals(other.Names) && Country == other.Country && TimeZone == other.TimeZone
        && Taxa.Same(other.Taxa) && Settings == other.Settings;

    public override int GetHashCode() => HashCode.Combine(Country, TimeZone, Taxa.Length, Settings);
}

/// <summary>What an authority may set about the rules; each has a default that errs on the side of the animal.</summary>
/// <param name="GapInPermit">How R01 answers for days in an internal gap of the season.</param>
/// <param name="RefuseGapAtIssue">Whether a new permit over a gap is refused with the split ranges offered.</param>
/// <param name="HarvestReportDays">Days after a permit's last day within which its outcome must be reported (R22).</param>
/// <param name="ZoneToleranceMetres">Tolerance of zones that state none, metres.</param>
/// <param name="OverlapToleranceHectares">Overlap of two concessions' hunting zones that counts as drawing noise, hectares.</param>
/// <param name="SurveyPercent">Percent of a survey's lower bound that a quota may be (R27).</param>
/// <param name="SurveyOldMaleShare">Percent of the old males seen that a quota may be (R27).</param>
/// <param name="SurveyOldMaleAge">Years from which a male is old (R27).</param>
/// <param name="SurveyMaxYears">Years that a survey carries a quota, to the first day of the hunting year (R27); no law states a figure.</param>
/// <param name="WoundedFollowUpDays">Days after a wounding within which its follow-up must have ended (R23): 1 is the next day.</param>
/// <param name="ReturnDays">Days after a permit's last day within which an unused one must be returned or closed (R24).</param>
/// <param name="TagsRegistered">Whether a permit may bear only tags that the register of tags has (R16).</param>
public sealed record RuleSettings(
    GapAnswer GapInPermit = GapAnswer.Notice,
    bool RefuseGapAtIssue = true,
    int HarvestReportDays = 30,
    double ZoneToleranceMetres = 0,
    double OverlapToleranceHectares = 1,
    decimal SurveyPercent = 1,
    decimal SurveyOldMaleShare = 20,
    int SurveyOldMaleAge = 8,
    int SurveyMaxYears = 5,
    int WoundedFollowUpDays = 1,
    int ReturnDays = 30,
    bool TagsRegistered = false);

public enum GapAnswer { Notice, Violation }
