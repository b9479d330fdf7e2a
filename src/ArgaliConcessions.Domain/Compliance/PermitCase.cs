using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Inspections;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Domain.Compliance;

/// <summary>All that a rule may look at when it judges one permit: the permit, what came of it, and the law.</summary>
public sealed record PermitCase
{
    public required Permit Permit { get; init; }

    /// <summary>Current versions only, in the order of their ids.</summary>
    public IReadOnlyList<Harvest> Harvests { get; init; } = [];

    public IReadOnlyList<Inspection> Inspections { get; init; } = [];

    public required LawBook Law { get; init; }

    /// <summary>The permit's quota line, every revision; null when it names none or an unknown one.</summary>
    public Revisions<QuotaLine>? Line { get; init; }

    /// <summary>The local date on which the question is asked.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>What the register knows in this question.</summary>
    public required LawKnowledge Knowledge { get; init; }

    /// <summary>Other permits that bear the same paper number (R16).</summary>
    public IReadOnlyList<string> SamePaper { get; init; } = [];

    /// <summary>Other live permits that bear the same tag (R16).</summary>
    public IReadOnlyList<string> SameTag { get; init; } = [];

    /// <summary>Other permits on which the hunter's document stands too, those given back left out (R34).</summary>
    public IReadOnlyList<DocumentBearer> SameDocument { get; init; } = [];

    /// <summary>The whole number of the hunter's document: known at issue only, since it lies in the personal row (R35).</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>What the register of tags says of the permit's tag (R16); unknown where nobody asked it.</summary>
    public TagStanding TagStanding { get; init; } = TagStanding.Unknown;

    /// <summary>The harvests in which an animal was hit; what the other records say is no take.</summary>
    public IEnumerable<Harvest> Takes => Harvests.Where(harvest => harvest.IsTake);

    /// <summary>The zones that the permit's days are judged in; one null when it names none: then any zone will do.</summary>
    public IEnumerable<string?> ZonesOrAny => Permit.Zones.IsEmpty ? AnyZone : Permit.Zones;

    private static readonly string?[] AnyZone = [null];

    public TaxonTree Taxa => Law.Authority(Knowledge).TaxonTree;

    public RuleSettings Settings => Law.Authority(Knowledge).Settings;

    public FindingSubject Subject => FindingSubject.Permit(Permit.Number);

    public FindingSubject SubjectOf(Harvest harvest) => FindingSubject.Harvest(Permit.Number, harvest.Id);

    /// <summary>The permit's hunting year as known; null when the register has none of that id.</summary>
    public HuntingYear? Year => Law.National.Years.GetValueOrDefault(Permit.Year)?.As(Knowledge with { PublishedBy = null })?.Value;

    /// <summary>The law as it was published when the permit was issued or last amended; all that is known where no such date is.</summary>
    public LawKnowledge KnowledgeAtIssue => Permit.JudgedOn is { } judged ? Knowledge.AsPublishedBy(judged) : Knowledge;
}
