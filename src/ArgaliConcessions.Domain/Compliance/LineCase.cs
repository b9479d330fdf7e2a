using System.Collections.Immutable;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Domain.Surveys;

namespace ArgaliConcessions.Domain.Compliance;

/// <summary>What a rule may look at when it judges one quota line of a ledger (R06, R08, R27).</summary>
public sealed record LineCase(string Concession, string Year, string LineId, Revisions<QuotaLine> Line, LineTally Tally, LawKnowledge Knowledge)
{
    /// <summary>The concession's surveys.</summary>
    public SurveyBook Surveys { get; init; } = SurveyBook.None;

    /// <summary>All lines of the ledger, this one among them.</summary>
    public IReadOnlyList<QuotaShare> Shares { get; init; } = [];
}

/// <summary>What a rule may look at when it judges a national quota (R06, R07, R08, R27): sums over all concessions and purposes.</summary>
/// <param name="Quota">Null when permits or lines of the taxon exist in a year that has no quota: not judged, said once.</param>
/// <param name="Allocated">Sum of the lines' animals.</param>
public sealed record NationalCase(string Year, string Taxon, Revisions<NationalQuota>? Quota, int Allocated, LineTally Tally, LawKnowledge Knowledge)
{
    /// <summary>The country's surveys.</summary>
    public SurveyBook Surveys { get; init; } = SurveyBook.None;

    /// <summary>All national quotas of the year, this one among them.</summary>
    public IReadOnlyList<QuotaShare> Shares { get; init; } = [];
}

/// <summary>Counts of one line, or of a whole taxon and year.</summary>
/// <param name="Issued">Animals on permits, those revoked, returned or closed without a take left out.</param>
/// <param name="Killed">Animals killed, by permits of the line; a wounded one found dead counts here once.</param>
/// <param name="WoundedNotRecovered">Animals wounded or lost without a follow-up that settles them.</param>
/// <param name="LastIssued">The permits issued last, by (issue date, number), at most <see cref="MaxListed"/>: those past the quota are among them.</param>
public sealed record LineTally(int Issued, int Killed, int WoundedNotRecovered, ImmutableArray<IssuedPermit> LastIssued)
{
    public const int MaxListed = 50;

    public static readonly LineTally Empty = new(0, 0, 0, []);

    /// <summary>What counts against the quota: killed, and hit without recovery.</summary>
    public int Taken => Killed + WoundedNotRecovered;

    public bool Equals(LineTally? other) =>
        other is not null && Issued == other.Issued && Killed == other.Killed && WoundedNotRecovered == other.WoundedNotRecovered
        && LastIssued.Same(other.LastIssued);

    public override int GetHashCode() => HashCode.Combine(Issued, Killed, WoundedNotRecovered);
}

public sealed record IssuedPermit(string Number, LocalDate? IssuedOn, int Animals);
