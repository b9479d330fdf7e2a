using ArgaliConcessions.Domain.Compliance.Rules;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Permits.Verdicts;

/// <summary>What the law says of the day: season, closures, the concession, its zones.</summary>
internal static class DayChecks
{
    public static VerdictCheck Season(VerdictQuestion question)
    {
        const string Name = "season";
        var file = question.File;
        if (file.Year is not { } year) return Checks.CannotTell(Name, "year");
        var zones = SeasonOnDay.ZonesAt(file, question.Position, question.On);
        var day = SeasonOnDay.Judge(file, year, question.On, file.Permit.Animal.Taxon, zones, file.Knowledge);
        var law = day.Season.SpanOf(question.On)?.Laws.FirstOrDefault() ?? day.Season.Laws.LastOrDefault();
        return day.Answer switch
        {
            DayAnswer.Open => Checks.Pass(Name, Evidence.Of(("openUntil", day.Season.SpanOf(question.On)!.To)), law),
            DayAnswer.Closed => Checks.Fail(Name, OutOfSeason.Code, day.Evidence, law),
            _ => Checks.CannotTell(Name, "season-depends-on-zone", day.Evidence, law),
        };
    }

    public static VerdictCheck Closure(VerdictQuestion question)
    {
        const string Name = "closure";
        var file = question.File;
        var zones = SeasonOnDay.ZonesAt(file, question.Position, question.On);
        var ban = Closures.On(file, question.On, file.Permit.Animal.Taxon, zones, file.Knowledge);
        if (ban.Closures.IsEmpty) return Checks.Pass(Name);
        var (evidence, law) = (Closures.Evidence(ban.Closures), NationalLaw.ClosureRef(ban.Closures[0]));
        return ban.InEveryZone ? Checks.Fail(Name, UnderMoratorium.Code, evidence, law) : Checks.CannotTell(Name, UnderMoratorium.Code, evidence, law);
    }

    public static VerdictCheck Concession(VerdictQuestion question)
    {
        const string Name = "concession";
        var concession = question.File.Law.Concession;
        if (concession.Terms.As(question.File.Knowledge) is not { } terms) return Checks.CannotTell(Name, "concession");
        var status = terms.Value.On(question.On);
        return status == ConcessionStatus.Active
            ? Checks.Pass(Name, null, concession.TermsRef(terms))
            : Checks.Fail(Name, ConcessionNotActive.Code, ConcessionNotActive.Of(status), concession.TermsRef(terms));
    }

    /// <summary>Fails when none of the zones named is a hunting zone on the day; those that are not are listed in any case.</summary>
    public static VerdictCheck Zones(VerdictQuestion question)
    {
        const string Name = "zones";
        var named = question.File.Permit.Zones;
        if (named.IsEmpty) return Checks.NotAsked(Name, "zones");
        var today = new DateInterval(question.On, question.On);
        var faults = named.Select(zone => ZoneFault.Find(question.File, zone, [today], question.File.Knowledge)).OfType<ZoneFault>().ToList();
        if (faults.Count == 0) return Checks.Pass(Name);
        var evidence = Evidence.Of(
            ("kind", faults[0].Kind), ("zone", faults[0].Zone), ("zonesNotInForce", EvidenceValue.Texts(faults.Select(fault => fault.Zone))));
        return faults.Count == named.Length
            ? Checks.Fail(Name, ZoneNotOfConcession.Code, evidence, faults[0].Laws.FirstOrDefault())
            : Checks.Pass(Name, evidence);
    }
}
