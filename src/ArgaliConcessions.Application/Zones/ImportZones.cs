using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Application.Zones.Files;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Zones;

/// <summary>
/// Imports a collection of zones. It is read and checked whole first, and if anything speaks against any feature nothing is
/// written; then zone after zone is recorded as <see cref="PutZone"/> does it, in the collection's order. Stopped half-way, it is completed by sending
/// it again: what is recorded already is unchanged.
/// </summary>
public sealed class ImportZones(LawLibrary library, PutZone putZone, ChainWriter chain, IRecordStore store, LegalCalendar calendar)
{
    /// <summary>Features of a collection at most.</summary>
    public const int MaxFeatures = 500;

    private const int MaxReasons = 200;
    private const int Tries = 5;

    /// <param name="file">What was read of the file that the zones are from; stands in the answer. Null when they are from none.</param>
    /// <param name="request">Scope and body under which the answer is kept; null for a dry run, which writes nothing.</param>
    public async Task<Outcome<ZoneImportReport>> RunAsync(
        IReadOnlyList<ZoneImportItem> items, ZoneFileFacts? file, ImportRequest? request, Actor actor, CancellationToken cancellationToken)
    {
        if (await library.NationalAsync(LawFreshness.Checked, cancellationToken) is not { } national) return LawRefusals.NoAuthority;
        var answers = new ImportAnswers(library, store, chain);
        if (request is not null && await answers.FindAsync(request, cancellationToken) is { } kept) return kept;
        var report = (await PlanAsync(items, national.Law, request is null, cancellationToken)) with { File = file };
        if (request is null) return new Outcome<ZoneImportReport>.Done(report);
        if (!report.Good) return Refusal.Invalid([.. report.Lines.SelectMany(line => line.Reasons).Take(MaxReasons)]);
        if (await ApplyAsync(items, actor, cancellationToken) is { } refusal) return refusal;
        return await answers.KeepAsync(request, report, actor, cancellationToken);
    }

    private async Task<ZoneImportReport> PlanAsync(
        IReadOnlyList<ZoneImportItem> items, NationalLaw national, bool dryRun, CancellationToken cancellationToken)
    {
        var touched = items.Select(i => (i.Concession, i.Zone)).ToHashSet();
        var ground = (await library.ClaimedGroundAsync(cancellationToken)).Shapes.ToLookup(shape => touched.Contains((shape.Ref.Concession, shape.Ref.Zone)));
        var plan = new ZoneImportPlan(national.Authority.Latest.Value.Settings, new ZoneMap(ground[false]), ground[true], calendar.Now);
        var laws = new Dictionary<string, ConcessionReading?>(StringComparer.Ordinal);
        foreach (var concession in items.Select(i => i.Concession).Distinct(StringComparer.Ordinal))
        {
            laws[concession] = await library.ConcessionAsync(concession, LawFreshness.Checked, cancellationToken);
        }

        return new ZoneImportReport(dryRun, [.. items.Select(item => plan.Judge(item, laws[item.Concession]?.Concession, Today(national, laws[item.Concession])))]);
    }

    private LocalDate Today(NationalLaw national, ConcessionReading? law) =>
        law is null ? calendar.Today(national) : calendar.Today(national, law.Concession);

    private async Task<Refusal?> ApplyAsync(IReadOnlyList<ZoneImportItem> items, Actor actor, CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            if (await ApplyAsync(item, actor, cancellationToken) is Outcome<ZoneReading>.Refused refused) return refused.Refusal;
        }

        return null;
    }

    private async Task<Outcome<ZoneReading>> ApplyAsync(ZoneImportItem item, Actor actor, CancellationToken cancellationToken)
    {
        Outcome<ZoneReading> outcome = Refusal.Busy;
        for (var attempt = 0; attempt < Tries && outcome is Outcome<ZoneReading>.Refused { Refusal.Kind: RefusalKind.Busy }; attempt++)
        {
            var law = await library.ConcessionAsync(item.Concession, LawFreshness.Checked, cancellationToken);
            var condition = law?.Concession.Zones.ContainsKey(item.Zone) == true ? new Precondition("*", MustBeNew: false) : Precondition.None;
            outcome = await putZone.RunAsync(item.Concession, item.Zone, item.Draft, condition, actor, cancellationToken);
        }

        return outcome;
    }
}
