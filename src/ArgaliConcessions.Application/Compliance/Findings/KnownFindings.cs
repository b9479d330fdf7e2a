using System.Buffers.Binary;
using System.Security.Cryptography;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Compliance.Findings;

/// <summary>
/// What a partition of findings holds, as short as a sweep needs it to see that nothing changed: about 100 bytes a
/// finding, of one ledger at a time.
/// </summary>
public sealed class KnownFindings
{
    private readonly Dictionary<string, Known> byHash = new(StringComparer.Ordinal);

    public static async Task<KnownFindings> ReadAsync(IRecordStore store, string partition, CancellationToken cancellationToken)
    {
        var known = new KnownFindings();
        await foreach (var record in store.ListAsync(partition, new RowRange(FindingPlace.RowPrefix), cancellationToken))
        {
            var finding = RecordJson.Read<Finding>(record.Payload);
            var print = Print(new Printed(finding.Severity, finding.Cause, finding.Evidence, finding.Laws, finding.Position));
            known.byHash[record.Key.Row[FindingPlace.RowPrefix.Length..]] = new Known(print, finding.End == FindingEnd.CauseGone, finding.Permit);
        }
        return known;
    }

    /// <summary>Marks it as seen by this run; whether it stands as it is.</summary>
    public bool Meet(FlaggedCase flagged)
    {
        if (!byHash.TryGetValue(flagged.Hash, out var known)) return false;
        byHash[flagged.Hash] = known with { Met = true };
        var answer = flagged.Answer;
        return !known.Gone && known.Print == Print(new Printed(answer.Severity, answer.Cause, answer.Evidence, answer.Laws, flagged.Position));
    }

    /// <summary>Those that the run has not met though their cause was there last time: hash and permit's number.</summary>
    public IReadOnlyList<(string Hash, string? Permit)> Missed() =>
        [.. byHash.Where(pair => pair.Value is { Met: false, Gone: false }).Select(pair => (pair.Key, pair.Value.Permit))];

    private static UInt128 Print(Printed printed) => BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(RecordJson.Write(printed)));

    private sealed record Printed(Severity Severity, FindingCause Cause, Evidence Evidence, IReadOnlyList<LawRef> Laws, GeoPosition? Position);

    private readonly record struct Known(UInt128 Print, bool Gone, string? Permit, bool Met = false);
}
