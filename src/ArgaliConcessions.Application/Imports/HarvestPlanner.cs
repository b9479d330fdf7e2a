using System.Collections.Immutable;
using System.Globalization;
using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Imports;

/// <summary>Matches the rows of a list with the permits and harvests of one ledger.</summary>
public sealed class HarvestPlanner
{
    private readonly ListSource _source;
    private readonly DateTimeZone _zone;
    private readonly Dictionary<string, List<PermitFile>> _byPaper = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PermitFile> _byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Permit, string Harvest), Harvest> _listed = [];
    private readonly Dictionary<string, int> _rowsOfPermit = new(StringComparer.Ordinal);
    private readonly ImmutableArray<HarvestStep>.Builder _steps = ImmutableArray.CreateBuilder<HarvestStep>();
    private readonly ImmutableArray<Harvest>.Builder _unchanged = ImmutableArray.CreateBuilder<Harvest>();
    private readonly ImmutableArray<ListFault>.Builder _faults = ImmutableArray.CreateBuilder<ListFault>();

    private HarvestPlanner(ListSource source, DateTimeZone zone, IEnumerable<PermitFile> files)
    {
        (_source, _zone) = (source, zone);
        foreach (var file in files) Index(file);
    }

    /// <param name="zone">In which the list's times of day are.</param>
    public static HarvestPlan Plan(IEnumerable<PermitFile> files, IEnumerable<HarvestListRow> rows, ListSource source, DateTimeZone zone)
    {
        var planner = new HarvestPlanner(source, zone, files);
        foreach (var row in rows) planner.Match(row);
        return new HarvestPlan(planner._steps.ToImmutable(), planner._unchanged.ToImmutable(), planner.Vanished(), planner._faults.ToImmutable());
    }

    private void Index(PermitFile file)
    {
        _byNumber[file.Permit.Number] = file;
        var papers = file.Permit.VoidedPapers.Select(v => v.Paper).Append(file.Permit.Paper).OfType<PaperNumber>();
        foreach (var folded in papers.Select(PaperIndex.Fold).Distinct(StringComparer.Ordinal))
        {
            if (!_byPaper.TryGetValue(folded, out var bearers)) _byPaper[folded] = bearers = [];
            bearers.Add(file);
        }
    }

    private void Match(HarvestListRow row)
    {
        if (PermitOf(row) is not { } file) return;
        var number = file.Permit.Number;
        var ordinal = _rowsOfPermit[number] = _rowsOfPermit.GetValueOrDefault(number) + 1;
        var id = row.Harvest ?? string.Create(CultureInfo.InvariantCulture, $"h{ordinal}");
        var next = HarvestOf(row, id);
        if (!_listed.TryAdd((number, id), next))
        {
            _faults.Add(new ListFault(row.Line, "harvest", "harvest-twice", id));
            return;
        }

        var current = file.Harvests.FirstOrDefault(h => h.Id == id);
        if (current is not null && Facts(current) == Facts(next)) _unchanged.Add(current);
        else _steps.Add(new HarvestStep(file, current, next));
    }

    private PermitFile? PermitOf(HarvestListRow row)
    {
        if (row.Permit is { } written)
        {
            var number = PermitNumber.Read(written).Number?.ToString();
            if (number is not null && _byNumber.TryGetValue(number, out var own)) return own;
            _faults.Add(new ListFault(row.Line, "permit", "permit-not-found", written));
            return null;
        }

        var bearers = _byPaper.GetValueOrDefault(PaperIndex.Fold(row.Paper)) ?? [];
        if (bearers is [var only]) return only;
        _faults.Add(new ListFault(row.Line, "number", bearers.Count == 0 ? "permit-not-found" : "paper-ambiguous", row.Paper.ToString()));
        return null;
    }

    private Harvest HarvestOf(HarvestListRow row, string id) => new()
    {
        Id = id, On = row.On, At = row.Time is { } time ? (row.On + time).InZoneLeniently(_zone).ToInstant() : null, Position = row.Position,
        PlaceText = row.Place, Outcome = row.Outcome, FollowsUp = row.FollowsUp, Taxon = row.Taxon, Sex = row.Sex, AgeYears = row.Age,
        Horns = row.Horns, Tag = row.Tag, Method = row.Method, ReportedOn = row.ReportedOn, RecordedAt = default, RecordedBy = _source.By,
    };

    private ImmutableArray<VanishedRecord> Vanished() =>
    [
        .. _byNumber.Values.SelectMany(f => f.Harvests.Where(h => h.RecordedBy == _source.By && !_listed.ContainsKey((f.Permit.Number, h.Id)))
            .Select(h => new VanishedRecord(f.Permit.Number, f.Permit.Paper?.ToString(), h.Id))),
    ];

    /// <summary>What a harvest says, without when and by whom it was recorded.</summary>
    private static Harvest Facts(Harvest harvest) =>
        harvest with { Version = 1, CorrectionReason = null, RecordedAt = default, RecordedBy = "" };
}
