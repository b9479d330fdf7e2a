using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Seasons;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Seasons;

/// <summary>What must hold of a season beyond the form of its fields.</summary>
internal static class SeasonChecks
{
    /// <summary>Four years hold every date there is, 29 February included.</summary>
    private static readonly DateInterval AnyYears = new(new LocalDate(2000, 1, 1), new LocalDate(2003, 12, 31));

    public static Refusal? Judge(VersionDraft<SeasonTerms> draft, ConcessionReading law)
    {
        var complaints = new Complaints();
        var terms = draft.Value;
        complaints.Span(draft.ValidFrom, draft.ValidTo, "/validTo");
        ZoneChecks.JudgeTenure(draft.ValidFrom, law.Concession.Terms.Latest.Value, "/validFrom", complaints);
        var taxa = law.National.Authority.Latest.Value.TaxonTree;
        complaints.When(taxa.Find(terms.Taxon) is null, "taxon-unknown", "/taxon", ("taxon", terms.Taxon));
        for (var i = 0; i < terms.Zones.Length; i++) JudgeZone(terms.Zones[i], $"/zones/{i}", law.Concession, complaints);
        for (var i = 0; i < terms.Windows.Length; i++) JudgeWindow(terms, i, complaints);
        return complaints.ToRefusal();
    }

    private static void JudgeZone(string zone, string pointer, ConcessionLaw law, Complaints complaints)
    {
        if (!law.Zones.TryGetValue(zone, out var series)) complaints.Add("zone-unknown", pointer, ("zone", zone));
        else complaints.When(series.Latest.Value.Kind != ZoneKind.Hunting, "zone-not-hunting", pointer, ("zone", zone));
    }

    private static void JudgeWindow(SeasonTerms terms, int index, Complaints complaints)
    {
        var pointer = $"/windows/{index}";
        var window = terms.Windows[index];
        complaints.When(window is SeasonWindow.Yearly { From: { Month: 2, Day: 29 } }, "window-begins-29-february", $"{pointer}/from");
        if (window is SeasonWindow.Once once) complaints.Span(once.From, once.To, $"{pointer}/to");
        if (!window.IsSound) return;
        for (var i = 0; i < index; i++)
        {
            if (terms.Windows[i].IsSound) complaints.When(Overlap(terms.Windows[i], window), "windows-overlap", pointer, ("other", i + 1), ("window", index + 1));
        }
    }

    private static bool Overlap(SeasonWindow one, SeasonWindow other)
    {
        var within = (one as SeasonWindow.Once ?? other as SeasonWindow.Once) is { } once ? new DateInterval(once.From, once.To) : AnyYears;
        var others = other.Occurrences(within).ToList();
        return one.Occurrences(within).Any(a => others.Any(b => a.Start <= b.End && b.Start <= a.End));
    }
}
