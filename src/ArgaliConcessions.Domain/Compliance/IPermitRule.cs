namespace ArgaliConcessions.Domain.Compliance;

/// <summary>
/// A rule of the law that is judged permit by permit. Issue and sweep call the same class: at issue the case has no
/// harvests, and whatever is flagged is a reason for refusal.
/// </summary>
public interface IPermitRule
{
    RuleInfo Info { get; }

    /// <summary>Whether a clerk must check it before a permit is issued.</summary>
    bool ChecksAtIssue { get; }

    /// <summary>One answer or more for each subject it judges; nothing where it does not apply.</summary>
    IEnumerable<RuleAnswer> Judge(PermitCase file);
}
