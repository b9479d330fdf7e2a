using System.Collections.Immutable;
using ArgaliConcessions.Application.Concessions;
using ArgaliConcessions.Application.Law;

namespace ArgaliConcessions.Application.Imports.Registry;

/// <summary>Judges concessions as <see cref="PutConcession"/> would, those before them in the list recorded.</summary>
/// <param name="update">Whether what is recorded otherwise may be changed.</param>
internal sealed class ConcessionPlan(LawLibrary library, ConcessionDirectory directory, PutConcession put, bool update) : IListPlan<ConcessionEntry>
{
    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);

    public async Task<Judgement> JudgeAsync(ListThing<ConcessionEntry> thing, CancellationToken cancellationToken)
    {
        var (id, draft) = thing.Content;
        var complaints = new Complaints();
        ConcessionChecks.Judge(id, draft.Value, complaints);
        await ConcessionChecks.JudgeSucceededAsync(
            id, draft.Value, complaints,
            async other => _listed.Contains(other) || await library.ConcessionAsync(other, LawFreshness.Cached, cancellationToken) is not null);
        if (complaints.Any) return Judgement.Refused(thing, complaints.Reasons);
        var standing = (await library.ConcessionAsync(id, LawFreshness.Checked, cancellationToken))?.Concession.Terms.Latest;
        if (standing is not null && LawDecisions.SaysTheSame(standing, draft)) return Judgement.Unchanged(thing);
        if (await CodeObjectionAsync(id, draft.Value.Code, cancellationToken) is { } taken) return Judgement.Refused(thing, [taken]);
        var changes = standing is null
            ? [] : Differences.Between(ConcessionEntry.Cells(standing.Value, standing.Basis), ConcessionEntry.Cells(draft.Value, draft.Basis));
        if (standing is not null && !update) return Judgement.ExistsDifferently(thing, changes);
        _listed.Add(id);
        _codes[draft.Value.Code] = id;
        var condition = Conditions.Seen(standing?.Number);
        return Judgement.ToRecord(
            thing, standing is null ? ListAction.New : ListAction.Changed, changes, (actor, token) => put.RunAsync(id, draft, condition, actor, token));
    }

    private async Task<Reason?> CodeObjectionAsync(string id, string code, CancellationToken cancellationToken)
    {
        if (await directory.StandingAsync(new DirectoryRow(id, code), cancellationToken) is { } standing) return ConcessionChecks.CodeObjection(standing, id, code);
        return _codes.TryGetValue(code, out var other) ? ConcessionChecks.CodeObjection(new DirectoryRow(other, code), id, code) : null;
    }
}
