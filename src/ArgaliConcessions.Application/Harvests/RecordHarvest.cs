using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Permits.Tags;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Harvests;

/// <summary>A harvest as recorded, and what the rules have to say about it.</summary>
public sealed record RecordedHarvest(Permit Permit, Harvest Harvest, IReadOnlyList<CausedFinding> Findings);

/// <summary>
/// Records what came of a hunt, whatever it says: a report of a second ram that met a refusal would teach silence. It
/// counts on the line in the same commit, and is answered with the findings that it causes.
/// </summary>
public sealed class RecordHarvest(
    IRecordStore store, ChainWriter chain, PermitFinder finder, PermitFiles files, LawLibrary library, LegalCalendar calendar, TagFates fates)
{
    /// <summary>Reports on one permit; past it somebody's program runs wild.</summary>
    public const int MaxHarvests = 100;

    /// <summary>The harvest as it then stands. The same report again changes nothing.</summary>
    public async Task<Outcome<RecordedHarvest>> RunAsync(
        string number, HarvestReport report, Viewer viewer, Actor actor, CancellationToken cancellationToken)
    {
        var found = await finder.PlaceAsync(number, viewer, cancellationToken);
        if (found is Outcome<PermitPlace>.Refused refused) return refused.Refusal;
        var place = ((Outcome<PermitPlace>.Done)found).Value;
        if (await library.ReadAsync(place.Concession, LawFreshness.Checked, cancellationToken) is not { } law) return PermitFinder.NotFound;
        var result = await chain.DecideAsync<Outcome<Recorded>>(
            place.Ledger, actor, (context, cancel) => DecideAsync(place, report, law, actor, context.RecordedAt, cancel), cancellationToken);
        return result.Value switch
        {
            Outcome<Recorded>.Done done => await AnswerAsync(await SettledAsync(place, done, cancellationToken), law, cancellationToken),
            Outcome<Recorded>.Refused why => why.Refusal,
            _ => Refusal.Busy,
        };
    }

    private async Task<ChainDecision<Outcome<Recorded>>> DecideAsync(
        PermitPlace place, HarvestReport report, LawReading law, Actor actor, Instant recordedAt, CancellationToken cancellationToken)
    {
        if (await files.FindAsync(place.Concession, place.Year, place.Serial, cancellationToken) is not { } file || file.Permit.Number != place.Number)
        {
            return Nothing(PermitFinder.NotFound);
        }

        var current = await store.ReadAsync<Harvest>(place.Ledger, LedgerRows.Harvest(place.Serial, report.Id), cancellationToken);
        if (current is not null && report.Says(current.Value)) return Nothing(Done(file, current.Value, created: false));
        if (Objection(report, current?.Value, file) is { } objection) return Nothing(objection);
        var harvest = report.ToHarvest(law.Book.TimeZone(LawKnowledge.Everything), (current?.Value.Version ?? 0) + 1, recordedAt, actor.Subject);
        if (report.On is { } on && on != harvest.On) return Nothing(DatesDiffer(harvest.On));
        // What is taken on a permit that was given back claims its tag again, if it is still there to be claimed.
        var counted = file.Permit with { Takes = TakeSummaries.Of(file.Harvests.Where(h => h.Id != harvest.Id).Append(harvest)) };
        if (!await fates.NoteAsync(place, file.Permit, counted, recordedAt, cancellationToken)) return Nothing(Refusal.Busy);
        var after = file with { Harvests = [.. file.Harvests.Where(h => h.Id != harvest.Id), harvest] };
        return new ChainDecision<Outcome<Recorded>>.Write(
            current is null ? "record-harvest" : "correct-harvest",
            await ChangesAsync(place, after, harvest, current, actor, cancellationToken), Done(after, harvest, created: current is null, counted));
    }

    private async Task<IReadOnlyList<ChainChange>> ChangesAsync(
        PermitPlace place, PermitFile after, Harvest harvest, Stored<Harvest>? current, Actor actor, CancellationToken cancellationToken)
    {
        var permit = (await finder.ReadAsync(place, cancellationToken))!;
        var next = permit.Value with { Takes = TakeSummaries.Of(after.Harvests) };
        ChainChange[] changes = [.. LedgerChanges.Harvest(place.Serial, current, harvest), LedgerChanges.SamePermit(permit, next)];
        var moves = new LineMoves(store, place.Ledger);
        await moves.PermitAsync(PermitHold.Of(permit.Value), PermitHold.Of(next), next.Number, cancellationToken);
        return [.. changes, .. moves.Changes(harvest.RecordedAt, actor)];
    }

    private static Refusal? Objection(HarvestReport report, Harvest? current, PermitFile file)
    {
        if (current is null && file.Harvests.Count >= MaxHarvests)
        {
            return Refusal.Because(RefusalKind.TooLarge, "too-many-harvests", Reason.Of("too-many-harvests", null, ("max", MaxHarvests)));
        }

        if (report.Precondition.Judge(current?.Version) is { } failed) return failed;
        if (current is null) return null;
        return report.Reason is null ? Refusal.Invalid(Reason.Of("correction-needs-reason", "/reason")) : null;
    }

    /// <summary>Two dates for one hunt cannot be read: which one is meant?</summary>
    private static Refusal DatesDiffer(LocalDate localDate) =>
        Refusal.Invalid(Reason.Of("on-differs-from-at", "/on", ("localDate", localDate)));

    private async Task<Outcome<RecordedHarvest>> AnswerAsync(Outcome<Recorded>.Done done, LawReading law, CancellationToken cancellationToken)
    {
        var (file, harvest, _) = done.Value;
        var line = file.Permit.Line is { } id ? await new LineRegister(store).FindAsync(file.Permit.Concession, file.Permit.Year, id, cancellationToken) : null;
        var with = new PermitCase
        {
            Permit = file.Permit with { Takes = TakeSummaries.Of(file.Harvests) },
            Harvests = [.. file.Harvests.OrderBy(h => h.Id, StringComparer.Ordinal)],
            Inspections = file.Inspections,
            Law = law.Book,
            Line = line?.Revisions,
            Today = calendar.Today(law.Book),
            Knowledge = LawKnowledge.Everything,
        };
        var without = with with { Harvests = [.. with.Harvests.Where(h => h.Id != harvest.Id)] };
        var findings = CausedFindings.Of(without, with, FindingSubject.Harvest(file.Permit.Number, harvest.Id));
        return new Outcome<RecordedHarvest>.Done(new RecordedHarvest(with.Permit, harvest, findings), done.Created, done.ETag);
    }

    internal static string ETag(Harvest harvest) => LawTag.Of(harvest.Version, harvest.Version);

    private async Task<Outcome<Recorded>.Done> SettledAsync(PermitPlace place, Outcome<Recorded>.Done done, CancellationToken cancellationToken)
    {
        if (done.Value.Counted is { } counted) await fates.SettleAsync(place, done.Value.File.Permit, counted, cancellationToken);
        return done;
    }

    private static Outcome<Recorded>.Done Done(PermitFile file, Harvest harvest, bool created, Permit? counted = null) =>
        new(new Recorded(file, harvest, counted), created, ETag(harvest));

    private static ChainDecision<Outcome<Recorded>>.Nothing Nothing(Outcome<Recorded> outcome) => new(outcome);

    /// <summary>The permit with all that came of it, the harvest among it.</summary>
    /// <param name="Counted">The permit with the takes as they then are; null where nothing was recorded.</param>
    private sealed record Recorded(PermitFile File, Harvest Harvest, Permit? Counted);
}
