using System.Security.Cryptography;
using System.Text;
using ArgaliConcessions.Application.Harvests;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Validity;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Application.Records.Pending;
using ArgaliConcessions.Domain.Inspections;

namespace ArgaliConcessions.Application.Inspections;

/// <summary>An inspection as recorded, and what it came to at each permit.</summary>
public sealed record RecordedInspection(Inspection Inspection, IReadOnlyList<InspectedPermit> Permits);

/// <summary>One permit of an inspection.</summary>
/// <param name="AsWritten">The number as the inspector gave it.</param>
/// <param name="View">The verdict as of the inspection's instant; null where the number leads nowhere.</param>
public sealed record InspectedPermit(string AsWritten, VerdictView? View, IReadOnlyList<CausedFinding> Findings);

/// <summary>
/// Records a check in the field exactly once, however often the report comes: in a row of its own, then at each permit.
/// A note is written first, so that a timer carries on what a crash cut short.
/// </summary>
public sealed class RecordInspection(IRecordStore store, ChainWriter chain, InspectionsOfPermits permits, LawLibrary library, PendingNotes notes, TimeProvider time)
{
    /// <summary>The kind of the notes.</summary>
    public const string NoteKind = "inspection";

    public static string PartitionOf(string id) => Partitions.Inspections(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..2]);

    /// <summary>The inspection as it stands; the same report again changes nothing, another one under the same id is refused.</summary>
    public async Task<Outcome<RecordedInspection>> RunAsync(InspectionReport report, Actor actor, CancellationToken cancellationToken)
    {
        if (await library.NationalAsync(LawFreshness.Cached, cancellationToken) is not { } national) return LawRefusals.NoAuthority;
        var zone = DateTimeZoneProviders.Tzdb[national.Law.Authority.Latest.Value.TimeZone];
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        if (!await notes.WriteAsync(NoteKind, now, report.Id, cancellationToken)) return Refusal.Busy;
        var result = await chain.DecideAsync<Outcome<Inspection>>(
            PartitionOf(report.Id), actor, (context, cancel) => DecideAsync(report, zone, actor, context.RecordedAt, cancel), cancellationToken);
        if (result.Value is not Outcome<Inspection>.Done done) return result.Value is null ? Refusal.Busy : result.Value.Refused<Inspection, RecordedInspection>();
        if (await permits.RecordAsync(done.Value, actor, cancellationToken) is not { } inspected) return Refusal.Busy;
        return new Outcome<RecordedInspection>.Done(new RecordedInspection(done.Value, inspected), done.Created);
    }

    private async Task<ChainDecision<Outcome<Inspection>>> DecideAsync(
        InspectionReport report, DateTimeZone zone, Actor actor, Instant recordedAt, CancellationToken cancellationToken)
    {
        if (await store.ReadAsync<Inspection>(PartitionOf(report.Id), report.Id, cancellationToken) is { } there)
        {
            return new ChainDecision<Outcome<Inspection>>.Nothing(
                report.Says(there.Value) ? new Outcome<Inspection>.Done(there.Value) : Refusal.Because(RefusalKind.Conflict, "inspection-id-used"));
        }

        var inspection = report.ToInspection(report.At.InZone(zone).Date, recordedAt, actor.Subject);
        var insert = new ChainChange(new RecordChange.Insert(report.Id, RecordJson.Write(inspection)));
        return new ChainDecision<Outcome<Inspection>>.Write("record-inspection", [insert], new Outcome<Inspection>.Done(inspection, Created: true));
    }
}
