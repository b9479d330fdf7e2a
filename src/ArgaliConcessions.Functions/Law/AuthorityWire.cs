using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Http.Bodies;
using NodaTime;

namespace ArgaliConcessions.Functions.Law;

/// <summary>Reads an authority.</summary>
internal static class AuthorityWire
{
    private const int MostTaxa = 200;

    public static RevisionDraft<AuthorityTerms> Read(BodyReader body)
    {
        body.Ignore("revision", "recordedAt", "provisional");
        var terms = new AuthorityTerms(
            body.Names("names"), body.Text("country", 2), body.Text("timeZone", 60), [.. body.List("taxa", MostTaxa, Taxon, minCount: 1)],
            body.ObjectOrNull("settings", Settings) ?? new RuleSettings());
        return new RevisionDraft<AuthorityTerms>(terms, body.BasisOrNull("basis"), body.TextOrNull("reason", LawWire.LongestReason));
    }

    private static Taxon Taxon(BodyReader taxon) =>
        new(taxon.Id("id"), taxon.Names("names"), taxon.TextOrNull("scientific", 120), taxon.IdOrNull("partOf"));

    private static RuleSettings Settings(BodyReader settings)
    {
        var absent = new RuleSettings();
        return new RuleSettings(
            settings.OneOfOrNull<GapAnswer>("gapInPermit") ?? absent.GapInPermit,
            settings.Flag("refuseGapAtIssue", absent.RefuseGapAtIssue),
            settings.IntOrNull("harvestReportDays", 0, 366) ?? absent.HarvestReportDays,
            settings.NumberOrNull("zoneToleranceMetres", 0, 1000) ?? absent.ZoneToleranceMetres,
            settings.NumberOrNull("overlapToleranceHectares", 0, 10_000) ?? absent.OverlapToleranceHectares,
            settings.DecimalOrNull("surveyPercent", 0, 100) ?? absent.SurveyPercent,
            settings.DecimalOrNull("surveyOldMaleShare", 0, 100) ?? absent.SurveyOldMaleShare,
            settings.IntOrNull("surveyOldMaleAge", 1, 30) ?? absent.SurveyOldMaleAge,
            settings.IntOrNull("surveyMaxYears", 1, 50) ?? absent.SurveyMaxYears,
            settings.IntOrNull("woundedFollowUpDays", 0, 366) ?? absent.WoundedFollowUpDays,
            settings.IntOrNull("returnDays", 0, 366) ?? absent.ReturnDays,
            TagsRegistered: settings.Flag("tagsRegistered", absent.TagsRegistered));
    }
}

/// <summary>An authority as it is answered.</summary>
public sealed record AuthorityAnswer(
    LocalizedNames Names, string Country, string TimeZone, IReadOnlyList<Taxon> Taxa, RuleSettings Settings, LegalBasis? Basis,
    int Revision, Instant RecordedAt, string? Reason, bool? Provisional)
{
    internal static AuthorityAnswer Of(RevisionReading<AuthorityTerms> reading)
    {
        var (revision, terms) = (reading.Selected, reading.Selected.Value);
        return new AuthorityAnswer(
            terms.Names, terms.Country, terms.TimeZone, terms.Taxa, terms.Settings, revision.Basis,
            revision.Number, revision.RecordedAt, revision.Reason, LawWire.Provisional(reading.Provisional));
    }
}
