using System.Collections.Immutable;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Domain.Compliance;

/// <summary>How something unlawful came about: by whom, or by which act.</summary>
/// <param name="Severity">The severity of the finding: what the law changed is never a violation.</param>
/// <param name="Evidence">For <see cref="FindingCause.LawChanged"/>: <c>changedBy</c>, <c>publishedOn</c>, <c>knownSince</c>.</param>
/// <param name="ChangedBy">For <see cref="FindingCause.LawChanged"/>: the version that made it unlawful.</param>
public sealed record Cause(FindingCause Kind, Severity Severity, Evidence Evidence, LawRef? ChangedBy = null)
{
    /// <summary>The versions that an answer rests on, the one that changed it among them.</summary>
    public ImmutableArray<LawRef> Laws(ImmutableArray<LawRef> own) => ChangedBy is null || own.Contains(ChangedBy) ? own : own.Add(ChangedBy);

    /// <summary>Adds this cause's evidence to a rule's own.</summary>
    public Evidence On(Evidence evidence) => evidence.And(Evidence);
}

/// <summary>
/// Decides the cause of what the law forbids today by asking whether the law as published on the decisive day forbade it too
/// (in 2009 trophies were held abroad because nobody could tell the one from the other).
/// </summary>
internal static class Causes
{
    /// <summary>Of a permit: the decisive day is that of issue, or of the last amendment.</summary>
    /// <remarks>
    /// Without a day of issue it is a violation at issue only if no state of the law that was ever published allowed it;
    /// otherwise it is to be checked, and <c>issueDate</c> says why.
    /// </remarks>
    /// <param name="laws">The versions that the rule's answer rests on: of acts of one day, the one among these is named.</param>
    /// <param name="lawful">Whether the permit is lawful by what such a knowledge sees.</param>
    public static Cause OfPermit(
        PermitCase file, LawKind kind, Severity severity, IReadOnlyCollection<LawRef> laws, Func<LawKnowledge, bool> lawful)
    {
        if (file.Permit.JudgedOn is { } judged) return Of(file, FindingCause.AtIssue, judged, kind, severity, laws, lawful);
        var everLawful = Published(file, kind, laws).Any(act => lawful(file.Knowledge.AsPublishedBy(act.PublishedOn)));
        return everLawful
            ? new Cause(FindingCause.AtIssue, Severity.Notice, Evidence.Of(("issueDate", "unknown")))
            : new Cause(FindingCause.AtIssue, severity, Evidence.None);
    }

    /// <summary>Of a take: the decisive day is that of the hunt; an act published later cannot make it a violation.</summary>
    public static Cause OfTake(
        PermitCase file, Harvest take, LawKind kind, Severity severity, IReadOnlyCollection<LawRef> laws, Func<LawKnowledge, bool> lawful) =>
        Of(file, FindingCause.Conduct, take.On, kind, severity, laws, lawful);

    private static Cause Of(
        PermitCase file, FindingCause otherwise, LocalDate day, LawKind kind, Severity severity,
        IReadOnlyCollection<LawRef> laws, Func<LawKnowledge, bool> lawful)
    {
        if (!lawful(file.Knowledge.AsPublishedBy(day))) return new Cause(otherwise, severity, Evidence.None);
        var changed = Published(file, kind, laws).Where(act => act.PublishedOn > day)
            .FirstOrDefault(act => !lawful(file.Knowledge.AsPublishedBy(act.PublishedOn)));
        return new Cause(FindingCause.LawChanged, Severity.Notice, changed is null ? Evidence.None : Named(file, changed), changed?.Ref);
    }

    private static IEnumerable<PublishedLaw> Published(PermitCase file, LawKind kind, IReadOnlyCollection<LawRef> laws) =>
        file.Law.Acts.Where(act => act.Kind == kind && act.RecordedAt <= file.Knowledge.KnownAt)
            .OrderBy(act => act.PublishedOn).ThenByDescending(act => laws.Any(law => law.Path == act.Ref.Path)).ThenBy(act => act.Ref.Path, StringComparer.Ordinal);

    /// <summary>The act that made it unlawful: <c>changedBy</c>, <c>changedLaw</c>, <c>publishedOn</c>, <c>knownSince</c>.</summary>
    public static Evidence Named(PermitCase file, PublishedLaw act) => Evidence.Of(
        ("changedBy", $"{act.Ref.Basis!.Title} {act.Ref.Basis.Number}".Trim()),
        ("changedLaw", act.Ref.Path),
        ("publishedOn", act.PublishedOn),
        ("knownSince", file.Law.DayOf(act.RecordedAt, file.Knowledge)));
}
