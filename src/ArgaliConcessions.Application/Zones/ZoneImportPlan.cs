using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Zones;

/// <summary>
/// Judges the features of a collection one after the other, each as if those before it were recorded already: what the plan
/// lets pass, the recording in the same order lets pass too.
/// </summary>
internal sealed class ZoneImportPlan(RuleSettings settings, ZoneMap others, IEnumerable<ZoneShape> ofTheFile, Instant now)
{
    private static readonly Precondition AnyVersion = new("*", MustBeNew: false);
    private readonly List<ZoneShape> _shapes = [.. ofTheFile];
    private readonly Dictionary<(string Concession, string Zone), LawSeries<ZoneTerms>> _series = [];

    /// <summary>Judges the next feature; remembers it as recorded unless it is refused.</summary>
    /// <param name="law">Its concession's law; null for an unknown concession.</param>
    public ZoneImportLine Judge(ZoneImportItem item, ConcessionLaw? law, LocalDate today)
    {
        if (law is null) return Refused(item, [Reason.Of("concession-unknown", $"{item.Draft.Properties}/concession", ("concession", item.Concession))]);
        var (zone, reasons) = ZoneChecks.Judge(item.Concession, item.Zone, item.Draft, law.Terms.Latest.Value);
        if (zone is null) return Refused(item, reasons);
        var standing = _series.GetValueOrDefault((item.Concession, item.Zone)) ?? law.Zones.GetValueOrDefault(item.Zone);
        var series = standing ?? new LawSeries<ZoneTerms>([]);
        var proposal = series.Propose(zone.AsVersion(), today, now);
        if (VersionDecisions.Judge(proposal, standing, standing is null ? Precondition.None : AnyVersion, item.Zone, item.Draft.Properties) is { } refusal)
        {
            return Refused(item, refusal.Reasons, zone);
        }

        if (proposal is VersionProposal<ZoneTerms>.Unchanged same) return Line(item, zone, same.Version.Number, ZoneImportAction.Unchanged, []);
        return Add(item, zone, series, proposal);
    }

    private ZoneImportLine Add(ZoneImportItem item, CheckedZone zone, LawSeries<ZoneTerms> series, VersionProposal<ZoneTerms> proposal)
    {
        var version = VersionDecisions.ToRecord(proposal)!;
        var next = series.InForce(LawKnowledge.Everything).Where(v => v.ValidFrom > version.ValidFrom).Select(v => (LocalDate?)v.ValidFrom).FirstOrDefault();
        var ofTheFileNow = new ZoneMap(_shapes);
        var overlaps = ZoneChecks.Measured(zone, others, settings, next).Concat(ZoneChecks.Measured(zone, ofTheFileNow, settings, next)).ToList();
        var refused = overlaps.Where(o => o.Measure.BeyondTolerance && item.Draft.AcceptOverlap is null).ToList();
        if (refused.Count > 0)
        {
            return Refused(item, [.. refused.Select(o => ZoneChecks.OverlapReason(o, item.Draft.Shape.Geometry))], zone, overlaps);
        }

        _series[(item.Concession, item.Zone)] = series.With(version);
        _shapes.Add(new ZoneShape(
            new ZoneRef(item.Concession, item.Zone, version.Number), item.Draft.Kind, version.ValidFrom, version.ValidTo, zone.Boundary, item.Draft.ToleranceMetres));
        var action = series.All.Count == 0 ? ZoneImportAction.New
            : proposal is VersionProposal<ZoneTerms>.Corrected ? ZoneImportAction.Correction : ZoneImportAction.NewVersion;
        return Line(item, zone, version.Number, action, overlaps);
    }

    private static ZoneImportLine Line(ZoneImportItem item, CheckedZone zone, int version, ZoneImportAction action, IEnumerable<OverlappingZone> overlaps) => new(
        item.Feature, item.Concession, item.Zone, action, version, ZoneChecks.Hectares(zone.Boundary.AreaHectares), [.. overlaps.Select(Figures)], []);

    private static ZoneImportLine Refused(
        ZoneImportItem item, IReadOnlyList<Reason> reasons, CheckedZone? zone = null, IEnumerable<OverlappingZone>? overlaps = null) => new(
        item.Feature, item.Concession, item.Zone, ZoneImportAction.Refused, null,
        zone is null ? null : ZoneChecks.Hectares(zone.Boundary.AreaHectares), [.. (overlaps ?? []).Select(Figures)], [.. reasons]);

    private static ZoneImportOverlap Figures(OverlappingZone overlap) => new(
        overlap.Zone.Ref.Concession, overlap.Zone.Ref.Zone, overlap.Zone.Ref.Version, ZoneChecks.Hectares(overlap.Measure.Hectares),
        overlap.Measure.BeyondTolerance);
}
