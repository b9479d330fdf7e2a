using System.Globalization;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Law;

/// <summary>Registers a hunting year, or changes, seals or opens it again.</summary>
public sealed class PutYear(LawLibrary library, ChainWriter chain)
{
    /// <summary>No hunting year is longer than this.</summary>
    private static readonly Period Longest = Period.FromYears(2);

    public async Task<Outcome<RevisionReading<HuntingYear>>> RunAsync(
        RevisionDraft<HuntingYear> draft, Precondition condition, Actor actor, CancellationToken cancellationToken)
    {
        if (await library.NationalAsync(LawFreshness.Cached, cancellationToken) is null) return LawRefusals.NoAuthority;
        if (Judge(draft.Value) is { } refusal) return refusal;
        return await chain.DecideAsync<RevisionReading<HuntingYear>>(library, Partitions.Law, actor, async (context, token) =>
        {
            var law = await library.NationalAsync(LawFreshness.Checked, token);
            var standing = law!.Law.Years.GetValueOrDefault(draft.Value.Id);
            return LawDecisions.Revise("year-recorded", standing, draft, condition, context.RecordedAt, number => LawRows.Year(draft.Value.Id, number));
        }, cancellationToken);
    }

    private static Refusal? Judge(HuntingYear year)
    {
        var complaints = new Complaints();
        var id = year.From.Year.ToString("0000", CultureInfo.InvariantCulture);
        complaints.When(year.Id != id, "year-id-not-of-first-day", "/from", ("id", year.Id), ("expected", id));
        complaints.Span(year.From, year.To, "/to");
        complaints.When(year.To > year.From + Longest, "year-too-long", "/to", ("years", Longest.Years));
        return complaints.ToRefusal();
    }
}
