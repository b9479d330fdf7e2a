using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Seasons;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Domain.Tests.Given;

/// <summary>A concession's law, version by version, in the order of recording.</summary>
public sealed class ConcessionBuilder(string id, string code)
{
    private readonly Dictionary<string, LawSeries<ZoneTerms>> _zones = [];
    private readonly Dictionary<string, LawSeries<SeasonTerms>> _seasons = [];
    private readonly List<(string PublishedOn, ConcessionTerms Terms)> _terms = [];

    public static ConcessionTerms Terms(
        string code = "KT7", string region = "gbao", string from = "2008-01-01", string? to = null, params ConcessionStatusChange[] status) =>
        new(code, A.Name("Demo North"), region, [], new Tenure(A.Date(from), to is null ? null : A.Date(to)), [.. status], []);

    /// <summary>One more revision of the terms; without any, active since 2008.</summary>
    public ConcessionBuilder Says(ConcessionTerms terms, string publishedOn = "2008-01-01")
    {
        _terms.Add((publishedOn, terms));
        return this;
    }

    public ConcessionBuilder Zone(
        string zone, ZoneKind kind = ZoneKind.Hunting, string from = "2008-01-01", string? to = null, string publishedOn = "2008-01-01",
        double? tolerance = null, string? acceptedOverlap = null) =>
        Put(_zones, zone, from, to, publishedOn, new ZoneTerms(A.Name(zone), kind, new string('0', 64), 1000, tolerance, acceptedOverlap));

    public ConcessionBuilder Season(
        string season, string taxon, string from, string? to, string publishedOn, string[] zones, params SeasonWindow[] windows) =>
        Put(_seasons, season, from, to, publishedOn, new SeasonTerms(taxon, [.. zones], [.. windows]));

    /// <summary>One more version of season <c>polii</c>, over all zones.</summary>
    public ConcessionBuilder Season(string from, string publishedOn, params SeasonWindow[] windows) =>
        Season("polii", "polii", from, null, publishedOn, [], windows);

    public ConcessionLaw Build()
    {
        if (_terms.Count == 0) Says(Terms(code));
        if (_zones.Count == 0) Zone("north").Zone("south");
        if (_seasons.Count == 0) Season("2014-01-01", "2014-01-10", A.Yearly("--09-01", "--12-15"), A.Yearly("--02-01", "--03-01"));
        return new ConcessionLaw(id, A.Revisions([.. _terms]), _zones, _seasons);
    }

    private ConcessionBuilder Put<T>(
        Dictionary<string, LawSeries<T>> into, string key, string from, string? to, string publishedOn, T value)
    {
        var before = into.GetValueOrDefault(key) ?? new LawSeries<T>([]);
        var number = before.All.Count + 1;
        into[key] = before.With(new LawVersion<T>(
            number, A.Date(from), to is null ? null : A.Date(to), A.Act(publishedOn), A.Recorded + Duration.FromDays(number - 1), value));
        return this;
    }
}
