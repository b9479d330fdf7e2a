using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Compliance.Sweeping;

/// <summary>
/// Judges one ledger: every permit, streamed, then every quota line; then writes its result. Memory: one permit file,
/// about 100 bytes a finding of this ledger, and the sums.
/// </summary>
public sealed class LedgerSweep(IRecordStore store, LedgerLaws laws, PermitFiles files, FindingWriter writer, RunResults results, RunFindings findings)
{
    public async Task RunAsync(SweepContext sweep, string concession, string year, CancellationToken cancellationToken)
    {
        if (await laws.ReadAsync(concession, year, sweep.StartedAt, cancellationToken) is not { } law) return;
        var place = FindingPlace.Ledger(law.Book.Concession.Code, concession, year);
        var before = sweep.Run.Previous is { } previous ? await results.FindAsync(previous, place, cancellationToken) : null;
        if (before is not null && MayRest(law, year, before))
        {
            var rested = Result(place, law) with { Sealed = true, JudgedAt = before.JudgedAt };
            await results.FinishAsync(sweep.Run.Id, place, rested, new FindingChunk([]), sweep.Actor, cancellationToken);
            return;
        }
        await JudgeAsync(sweep, place, law, before?.JudgedAt, cancellationToken);
    }

    private static bool MayRest(LedgerLaw law, string year, PlaceResult before)
    {
        var known = law.Book.National.Years.GetValueOrDefault(year)?.As(law.Knowledge)?.Value;
        return known is { Sealed: true } && !SealedYear.TouchedSince(law.Book, known, law.Lines.Values, before.LawKnownAt);
    }

    private async Task JudgeAsync(SweepContext sweep, FindingPlace place, LedgerLaw law, Instant? judgedBefore, CancellationToken cancellationToken)
    {
        var diff = await FindingDiff.OpenAsync(store, writer, sweep, place, cancellationToken);
        var judge = new PermitJudge(law, sweep.Duplicates);
        var tally = new PlaceTally();
        var lines = new LineTallies(law);
        await foreach (var file in files.ListAsync(place.Concession!, place.Year!, cancellationToken))
        {
            var current = file;
            var answers = await diff.TakeAsync(judge.Judge(file), AgainAsync, cancellationToken);
            tally.AddPermit(answers);
            lines.Add(current);
            await sweep.BeatAsync(cancellationToken);

            async Task<RuleAnswers> AgainAsync(CancellationToken token)
            {
                current = await files.FindAsync(place.Concession!, place.Year!, file.Permit.Serial, token) ?? file;
                return judge.Judge(current);
            }
        }
        await JudgeLinesAsync(new LineJudge(law, place, lines), diff, tally, cancellationToken);
        await diff.ResolveAsync(IsGoneAsync, judgedBefore, cancellationToken);
        var result = tally.AddTo(Result(place, law)) with { JudgedAt = sweep.StartedAt, Lines = [.. lines.Results()] };
        await findings.FinishAsync(sweep, place, result, cancellationToken);

        async Task<bool> IsGoneAsync(string? permit, string hash, CancellationToken token)
        {
            var answers = permit is null ? await new LineJudge(law, place, lines).AllAgainAsync(laws, token) : await PermitAgainAsync(judge, place, permit, token);
            return answers?.Find(hash) is null;
        }
    }

    private async Task JudgeLinesAsync(LineJudge judge, FindingDiff diff, PlaceTally tally, CancellationToken cancellationToken)
    {
        foreach (var line in judge.Lines)
        {
            tally.Add(await diff.TakeAsync(judge.Judge(line), token => judge.AgainAsync(laws, line, token), cancellationToken));
        }
    }

    private async Task<RuleAnswers?> PermitAgainAsync(PermitJudge judge, FindingPlace place, string permit, CancellationToken cancellationToken)
    {
        if (Domain.Permits.PermitNumber.Read(permit).Number is not { } number) return null;
        var file = await files.FindAsync(place.Concession!, place.Year!, number.Serial, cancellationToken);
        return file is null ? null : judge.Judge(file);
    }

    private static PlaceResult Result(FindingPlace place, LedgerLaw law) => new()
    {
        Owner = place.Owner,
        Concession = place.Concession,
        Year = place.Year,
        LawKnownAt = law.Knowledge.KnownAt,
        Pins = law.Reading.Pins,
    };
}
