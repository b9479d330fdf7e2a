using System.Runtime.CompilerServices;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits;

/// <summary>Which permits somebody asks for; null leaves a filter out.</summary>
/// <param name="Status">The state as of <paramref name="On"/>.</param>
/// <param name="Paper">A paper number as written.</param>
/// <param name="On">The date of the status; null for today.</param>
/// <param name="KnownAt">Leaves out what was recorded later.</param>
/// <param name="After">Where the page before ended, as it said.</param>
public sealed record PermitQuestion(
    string? Concession, string? Year, PermitState? Status, string? Paper, LocalDate? On, Instant? KnownAt, int Limit, string? After);

/// <summary>One permit of a list, with the date that its status is told of.</summary>
public sealed record ListedPermit(Permit Permit, LocalDate On);

/// <summary>A page, which may be short although more follow; null <paramref name="Next"/> ends the list.</summary>
public sealed record PermitPage(IReadOnlyList<ListedPermit> Items, string? Next);

/// <summary>Lists permits in the order of concession, year and serial.</summary>
public sealed class ListPermits(IRecordStore store, PaperReader papers, LawLibrary library, LegalCalendar calendar)
{
    public async Task<PermitPage> RunAsync(PermitQuestion question, Viewer viewer, CancellationToken cancellationToken)
    {
        if (question.Paper is { } paper) return await OfPaperAsync(question, Folding.Fold(paper), viewer, cancellationToken);
        var walk = new LedgerWalk(store, question, viewer);
        var items = new List<ListedPermit>();
        await foreach (var permit in walk.PermitsAsync(cancellationToken))
        {
            if (await ListedAsync(permit, question, cancellationToken) is not { } listed) continue;
            items.Add(listed);
            if (items.Count == question.Limit) break;
        }

        return new PermitPage(items, walk.Position);
    }

    /// <summary>All permits that a question is about, as they are read, in the order of the list.</summary>
    internal async IAsyncEnumerable<ListedPermit> AllAsync(PermitQuestion question, Viewer viewer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var permits = question.Paper is { } paper
            ? (await papers.FindAsync(Folding.Fold(paper), cancellationToken)).Select(p => p.Value).Where(p => IsAsked(p, question, viewer)).ToAsyncEnumerable()
            : new LedgerWalk(store, question, viewer, int.MaxValue).PermitsAsync(cancellationToken);
        await foreach (var permit in permits)
        {
            if (await ListedAsync(permit, question, cancellationToken) is { } listed) yield return listed;
        }
    }

    /// <summary>All permits of a paper number on one page: there are few.</summary>
    private async Task<PermitPage> OfPaperAsync(PermitQuestion question, string folded, Viewer viewer, CancellationToken cancellationToken)
    {
        var items = new List<ListedPermit>();
        foreach (var permit in (await papers.FindAsync(folded, cancellationToken)).Select(p => p.Value).Where(p => IsAsked(p, question, viewer)))
        {
            if (await ListedAsync(permit, question, cancellationToken) is { } listed) items.Add(listed);
        }

        return new PermitPage(items, null);
    }

    private static bool IsAsked(Permit permit, PermitQuestion question, Viewer viewer) =>
        viewer.MaySee(permit.Concession) && (question.Concession ?? permit.Concession) == permit.Concession && (question.Year ?? permit.Year) == permit.Year;

    private async Task<ListedPermit?> ListedAsync(Permit permit, PermitQuestion question, CancellationToken cancellationToken)
    {
        var on = question.On ?? await TodayAsync(permit.Concession, cancellationToken);
        return question.Status is { } status && permit.StateOn(on) != status ? null : new ListedPermit(permit, on);
    }

    private async Task<LocalDate> TodayAsync(string concession, CancellationToken cancellationToken)
    {
        var law = await library.ConcessionAsync(concession, LawFreshness.Cached, cancellationToken);
        return law is null ? calendar.Now.InUtc().Date : calendar.Today(law.National, law.Concession);
    }
}
