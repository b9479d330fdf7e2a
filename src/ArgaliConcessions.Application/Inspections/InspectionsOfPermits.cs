using ArgaliConcessions.Application.Harvests;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Permits.Validity;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Inspections;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Inspections;

/// <summary>Brings an inspection that is recorded to the permits it names, and judges them as of its instant.</summary>
public sealed class InspectionsOfPermits(
    IRecordStore store, ChainWriter chain, PermitFinder finder, PermitFiles files, CheckValidity validity, LawLibrary library, LegalCalendar calendar)
{
    /// <summary>What it came to at each permit, in the order of the report; null when the store is busy or its answer unknown.</summary>
    public async Task<IReadOnlyList<InspectedPermit>?> RecordAsync(Inspection inspection, Actor actor, CancellationToken cancellationToken)
    {
        var inspected = new List<InspectedPermit>();
        foreach (var number in inspection.Permits)
        {
            var place = await finder.PlaceAsync(number, Viewer.Everything, cancellationToken) as Outcome<PermitPlace>.Done;
            var law = place is null ? null : await library.ReadAsync(place.Value.Concession, LawFreshness.Checked, cancellationToken);
            if (law is null)
            {
                inspected.Add(new InspectedPermit(number, null, []));
                continue;
            }

            if (!await InsertAsync(place!.Value, inspection, law, actor, cancellationToken)) return null;
            inspected.Add(await JudgeAsync(number, place.Value, inspection, law, cancellationToken));
        }

        return inspected;
    }

    private async Task<bool> InsertAsync(PermitPlace place, Inspection inspection, LawReading law, Actor actor, CancellationToken cancellationToken)
    {
        var row = LedgerRows.Inspection(place.Serial, inspection.Id);
        var local = inspection with { On = law.Book.DayOf(inspection.At, LawKnowledge.Everything) };
        var result = await chain.DecideAsync<bool>(place.Ledger, actor, async (_, cancel) =>
        {
            var isThere = await store.FindAsync(new RecordKey(place.Ledger, row), cancel) is not null;
            if (isThere || await finder.ReadAsync(place, cancel) is null) return new ChainDecision<bool>.Nothing(true);
            return new ChainDecision<bool>.Write("record-inspection", [new ChainChange(new RecordChange.Insert(row, RecordJson.Write(local)))], true);
        }, cancellationToken);
        return result.Value;
    }

    private async Task<InspectedPermit> JudgeAsync(
        string number, PermitPlace place, Inspection inspection, LawReading law, CancellationToken cancellationToken)
    {
        var file = await files.FindAsync(place.Concession, place.Year, place.Serial, cancellationToken);
        if (file?.Permit.Number != place.Number) return new InspectedPermit(number, null, []);
        var with = new PermitCase
        {
            Permit = file.Permit,
            Harvests = file.Harvests,
            Inspections = file.Inspections,
            Law = law.Book,
            Today = calendar.Today(law.Book),
            Knowledge = LawKnowledge.Everything,
        };
        var without = with with { Inspections = [.. file.Inspections.Where(i => i.Id != inspection.Id)] };
        var question = new ValidityQuestion(inspection.At, null, inspection.Position, null);
        var findings = CausedFindings.Of(without, with, FindingSubject.Inspection(place.Number, inspection.Id));
        return new InspectedPermit(number, validity.Judge(file.Permit, law, question, paper: null), findings);
    }
}
