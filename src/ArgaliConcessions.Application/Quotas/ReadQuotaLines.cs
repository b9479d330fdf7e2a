using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Surveys;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>What the quota lines of a concession's hunting year are, and what stands on them.</summary>
public sealed class ReadQuotaLines(LineRegister lines, LawLibrary library)
{
    /// <summary>All lines by id, or the one asked for.</summary>
    /// <param name="line">Null for all lines.</param>
    /// <param name="knownAt">Leaves out what was recorded later; null for all that is recorded. Balances are always today's.</param>
    public async Task<Outcome<IReadOnlyList<QuotaLineStanding>>> RunAsync(
        string concession, string year, string? line, Instant? knownAt, CancellationToken cancellationToken)
    {
        var law = await library.ConcessionAsync(concession, LawFreshness.Cached, cancellationToken);
        if (law is null) return LawRefusals.NoConcession;
        if (!law.National.Years.ContainsKey(year)) return Refusal.NotFound("year");
        var knowledge = knownAt is { } at ? new LawKnowledge(at) : LawKnowledge.Everything;
        var surveys = SurveyBook.Of(law.National, law.Concession, year, knowledge);
        var found = await FindAsync(concession, year, line, cancellationToken);
        IReadOnlyList<QuotaLineStanding> standing = [.. found.Select(l => QuotaLineStanding.Of(concession, year, l, knowledge)).OfType<QuotaLineStanding>().Select(l => l.On(surveys))];
        return line is not null && standing.Count == 0 ? Refusal.NotFound("line") : new Outcome<IReadOnlyList<QuotaLineStanding>>.Done(standing, ETag: line is null ? null : standing[0].ETag);
    }

    private async Task<IReadOnlyList<LineState>> FindAsync(string concession, string year, string? line, CancellationToken cancellationToken)
    {
        if (line is null) return await lines.ListAsync(concession, year, cancellationToken);
        return await lines.FindAsync(concession, year, line, cancellationToken) is { } one ? [one] : [];
    }
}
