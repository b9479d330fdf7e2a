using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Inspections;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Ledger;

/// <summary>Puts a permit's file together from its rows, in their order.</summary>
/// <param name="serial">As it stands in the rows' names.</param>
/// <param name="permit">The permit as it stands.</param>
/// <param name="knownAt">Leaves out what was recorded later, older versions taking its place; null for all that is recorded.</param>
internal sealed class PermitFileBuilder(string serial, Permit permit, Instant? knownAt)
{
    private readonly List<Permit> permits = [permit];
    private readonly List<Harvest> harvests = [];
    private readonly List<Inspection> inspections = [];

    public string Serial => serial;

    /// <param name="kind">The third segment of the row's name.</param>
    public void Add(string kind, ReadOnlyMemory<byte> payload)
    {
        if (kind == "h" || (kind == "hv" && knownAt is not null)) harvests.Add(RecordJson.Read<Harvest>(payload));
        else if (kind == "i") inspections.Add(RecordJson.Read<Inspection>(payload));
        else if (kind == "v" && knownAt is not null) permits.Add(RecordJson.Read<Permit>(payload));
    }

    /// <summary>The file; null when the register did not know the permit yet.</summary>
    public PermitFile? Build()
    {
        if (knownAt is not { } at) return new PermitFile(permit, harvests, inspections);
        if (permits.Where(p => p.RecordedAt <= at).MaxBy(p => p.Version) is not { } known) return null;
        Harvest[] then = [.. harvests.Where(h => h.RecordedAt <= at)
            .GroupBy(h => h.Id, StringComparer.Ordinal).Select(g => g.MaxBy(h => h.Version)!).OrderBy(h => h.Id, StringComparer.Ordinal)];
        return new PermitFile(known with { Takes = TakeSummaries.Of(then) }, then, [.. inspections.Where(i => i.RecordedAt <= at)]);
    }
}
