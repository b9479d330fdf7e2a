using System.Collections.Immutable;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Domain.Permits;

/// <summary>The current permit, with all that a verdict needs; full personal data lie in a row of their own.</summary>
public sealed record Permit
{
    /// <summary><c>CC-YYYY-CODE-NNNNN-X</c>, see <see cref="PermitNumber"/>.</summary>
    public required string Number { get; init; }

    public required string Concession { get; init; }

    /// <summary>The hunting year's id; named, never derived from a date.</summary>
    public required string Year { get; init; }

    public required int Serial { get; init; }

    /// <summary>The quota line it takes from; null where an imported list does not tell.</summary>
    public string? Line { get; init; }

    public required PermitAnimal Animal { get; init; }

    /// <summary>How many animals may be taken; 1 unless an imported paper says more.</summary>
    public int Animals { get; init; } = 1;

    public required HunterSummary Hunter { get; init; }

    public string? Outfitter { get; init; }

    /// <summary>Ids of the zones of the concession it is valid in.</summary>
    public required ImmutableArray<string> Zones { get; init; }

    /// <summary>The spans of days it is valid on, by first day, both ends included.</summary>
    public required ImmutableArray<DateInterval> Ranges { get; init; }

    public LocalDate? IssuedOn { get; init; }

    /// <summary>Null where an imported list does not tell, and on permits of before officers were recorded.</summary>
    public IssuingOfficer? IssuedBy { get; init; }

    public LocalDate? FeePaidOn { get; init; }

    public string? Weapon { get; init; }

    public string? Tag { get; init; }

    public ImmutableArray<string> Party { get; init; } = [];

    /// <summary>The paper it is printed on or was imported from; null for none.</summary>
    public PaperNumber? Paper { get; init; }

    /// <summary>Papers voided by a replacement, oldest first; the permit itself stayed valid.</summary>
    public ImmutableArray<VoidedPaper> VoidedPapers { get; init; } = [];

    /// <summary>Tags voided by a replacement, oldest first: none of them is ever borne again.</summary>
    public ImmutableArray<VoidedTag> VoidedTags { get; init; } = [];

    /// <summary>Amendments, oldest first; what the permit said before one is in the version before.</summary>
    public ImmutableArray<PermitAmendment> Amendments { get; init; } = [];

    /// <summary>Suspensions, reinstatements and the like, in the order of recording.</summary>
    public ImmutableArray<PermitStatusChange> StatusChanges { get; init; } = [];

    public PermitOrigin Origin { get; init; } = PermitOrigin.Issued;

    /// <summary>The imported list it came from.</summary>
    public string? ImportSource { get; init; }

    /// <summary>SHA-256 of the list's row as it was imported, lower-case hex: the same row next month changes nothing.</summary>
    public string? ImportContent { get; init; }

    /// <summary>Whether the imported list says that its outcomes are complete (R22 judges only then).</summary>
    public bool OutcomesComplete { get; init; }

    /// <summary>Takes recorded so far, kept beside the permit so that a verdict costs one read.</summary>
    public ImmutableArray<TakeSummary> Takes { get; init; } = [];

    /// <summary>The law it was issued under; null for imported ones.</summary>
    public LawPins? Pins { get; init; }

    /// <summary>1, 2, 3, … by change of the permit itself (not of its harvests).</summary>
    public int Version { get; init; } = 1;

    public required Instant RecordedAt { get; init; }

    /// <summary>The day by whose published law the permit as it now reads was judged: of the last amendment, else of issue; null for unknown.</summary>
    public LocalDate? JudgedOn => Amendments.IsEmpty ? IssuedOn : Amendments[^1].On;

    /// <summary>What the permit was on a date: the last change on or before it, else issued.</summary>
    public PermitStatus StatusOn(LocalDate date) => StatusChangeOn(date)?.Status ?? PermitStatus.Issued;

    /// <summary>The change that rules on a date: of those from then on, the one recorded last; null while it is as issued.</summary>
    public PermitStatusChange? StatusChangeOn(LocalDate date) => StatusChanges.LastOrDefault(c => c.From <= date);
}

/// <summary>The class of animal a permit names.</summary>
public sealed record PermitAnimal(string Taxon, Sex Sex, int? MinimumAgeYears);

/// <summary>What an inspector compares with the man: enough to recognise, no more.</summary>
/// <param name="AsInPassport">Latin letters, as in the machine-readable zone.</param>
/// <param name="Nationality">ISO 3166-1 alpha-2 or alpha-3, upper case.</param>
/// <param name="DocumentEndsWith">Last four characters of the document number.</param>
public sealed record HunterSummary(LocalizedNames Names, string? AsInPassport, string? Nationality, string? DocumentEndsWith);

/// <summary>The personal row: erased when its time has come, without breaking the chain.</summary>
public sealed record HunterDetails(LocalizedNames Names, string? AsInPassport, string? Nationality, string? DocumentNumber);

public sealed record PaperNumber(string Series, string Number)
{
    public override string ToString() => Series.Length == 0 ? Number : $"{Series}-{Number}";
}

public sealed record VoidedPaper(PaperNumber Paper, LocalDate On, string Reason);

/// <param name="On">The day on which the new tag took its place; what was taken earlier may bear it.</param>
public sealed record VoidedTag(string Tag, LocalDate On, string Reason);

/// <param name="Version">The version of the permit that it made.</param>
/// <param name="On">The local date of the decision, from which it counts.</param>
public sealed record PermitAmendment(int Version, LocalDate On, string Reason, string By);

public sealed record PermitStatusChange(PermitStatus Status, LocalDate From, Instant RecordedAt, string Reason, string By);

/// <summary>A recorded outcome, as short as a verdict needs it.</summary>
public sealed record TakeSummary(string Harvest, LocalDate On, Harvests.HarvestOutcome Outcome, string? Taxon, string? FollowsUp);

/// <summary>Head sequences of the partitions the permit was judged at.</summary>
public sealed record LawPins(long Law, long Concession);

/// <summary>What was decided about a permit. What people are told is a <see cref="PermitState"/>.</summary>
public enum PermitStatus { Issued, Suspended, Revoked, Returned, Closed }

public enum PermitOrigin { Issued, Imported }
