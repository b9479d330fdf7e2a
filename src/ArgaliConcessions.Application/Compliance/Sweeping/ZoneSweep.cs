using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Compliance.Sweeping;

/// <summary>Judges the zones of one concession (R32).</summary>
public sealed class ZoneSweep(IRecordStore store, LedgerLaws laws, LawLibrary library, FindingWriter writer, RunResults results, RunFindings findings)
{
    public async Task RunAsync(SweepContext sweep, string concession, CancellationToken cancellationToken)
    {
        var horizon = await laws.HorizonAsync([Partitions.Law, Partitions.ZoneMap, Partitions.Concession(concession)], cancellationToken);
        if (await library.ReadAsync(concession, LawFreshness.Checked, cancellationToken) is not { } reading) return;
        var place = FindingPlace.ZonesOf(reading.Book.Concession.Code, concession);
        var before = sweep.Run.Previous is { } previous ? await results.FindAsync(previous, place, cancellationToken) : null;
        var knowledge = new LawKnowledge(horizon);
        var diff = await FindingDiff.OpenAsync(store, writer, sweep, place, cancellationToken);
        var tally = new PlaceTally();
        var answers = Judge(reading.Book, sweep, knowledge);
        tally.Add(await diff.TakeAsync(answers, AgainAsync, cancellationToken));
        await diff.ResolveAsync(async (_, hash, token) => (await AgainAsync(token)).Find(hash) is null, before?.JudgedAt, cancellationToken);
        var result = new PlaceResult { Owner = place.Owner, Concession = concession, JudgedAt = sweep.StartedAt, LawKnownAt = horizon, Pins = reading.Pins };
        await findings.FinishAsync(sweep, place, tally.AddTo(result), cancellationToken);

        async Task<RuleAnswers> AgainAsync(CancellationToken token) =>
            Judge((await library.ReadAsync(concession, LawFreshness.Checked, token) ?? reading).Book, sweep, knowledge);
    }

    private static RuleAnswers Judge(LawBook law, SweepContext sweep, LawKnowledge knowledge)
    {
        var today = sweep.StartedAt.InZone(law.TimeZone(knowledge)).Date;
        var zones = law.Concession.Zones.Keys.Order(StringComparer.Ordinal);
        return RuleAnswers.Of(
            from zone in zones
            from rule in RuleBook.ZoneRules
            from answer in rule.Judge(law, zone, today, knowledge)
            select (rule.Info, answer));
    }
}
