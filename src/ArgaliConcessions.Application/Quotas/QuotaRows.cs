using System.Globalization;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>The names of the rows of the partition <c>law</c> that quotas and their allocation use.</summary>
public static class QuotaRows
{
    /// <summary>Start of all allocations that are under way; empty when nothing is.</summary>
    public const string Operations = "o/";

    /// <summary>A national quota as it stands (<see cref="NationalQuotaRow"/>).</summary>
    public static string National(string year, string taxon) => $"n/{year}/{taxon}";

    /// <summary>Start of all revisions of national quotas, apart from the allocations: the law is read without those.</summary>
    public const string Revisions = "q/";

    /// <summary>One revision of a national quota, never replaced.</summary>
    public static string NationalRevision(string year, string taxon, int revision) =>
        string.Create(CultureInfo.InvariantCulture, $"{Revisions}{year}/{taxon}/{revision:0000}");

    /// <summary>What a line holds of a national quota (<see cref="AllocationRow"/>).</summary>
    public static string Allocation(string year, string taxon, string concession, string line) => $"n/{year}/{taxon}/l/{concession}/{line}";

    public static string Operation(string operation) => Operations + operation;

    /// <summary>Start of the ids of transfers, which tells them from allocations of one line.</summary>
    public const string Transfers = "t/";
}

/// <summary>A national quota as it stands: whoever changes one half keeps the other.</summary>
/// <param name="Current">The latest revision.</param>
/// <param name="Allocated">Animals that quota lines hold or are about to hold; moved only by the allocation of lines.</param>
public sealed record NationalQuotaRow(Revision<NationalQuota> Current, int Allocated);

/// <summary>What a quota line holds of a national quota.</summary>
/// <param name="Granted">Animals of the line as last settled.</param>
/// <param name="Pending">Animals it is about to have; null when nothing is under way.</param>
/// <param name="Operation">The operation under way; null when nothing is.</param>
/// <param name="Generation">Grows with every operation, so that a late step of an older one is known for what it is.</param>
public sealed record AllocationRow(int Granted, int? Pending, string? Operation, int Generation)
{
    public static readonly AllocationRow Empty = new(0, null, null, 0);

    /// <summary>Animals counted against the national quota: while a change is under way, the larger of both.</summary>
    public int Counted => Math.Max(Granted, Pending ?? 0);
}
