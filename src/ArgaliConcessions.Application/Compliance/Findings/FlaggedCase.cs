using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Harvests;

namespace ArgaliConcessions.Application.Compliance.Findings;

/// <summary>A rule's flag with all that a finding is made of.</summary>
/// <param name="Rule">The rule that flagged.</param>
/// <param name="Answer">Its answer.</param>
/// <param name="Permit">The permit's number, if it is about one.</param>
/// <param name="Position">Where the subject was, if that is known.</param>
public sealed record FlaggedCase(RuleInfo Rule, RuleAnswer.Flagged Answer, string? Permit = null, GeoPosition? Position = null)
{
    /// <summary>The finding's row within its partition, without the prefix.</summary>
    public string Hash { get; } = FindingId.HashOf(Rule.Id, Answer.Subject, Answer.Zone);
}
