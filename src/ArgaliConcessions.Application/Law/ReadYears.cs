using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Law;

/// <summary>Answers the hunting years.</summary>
public sealed class ReadYears(LawLibrary library, LegalCalendar calendar)
{
    /// <summary>The years by first day; those that hold the date asked about, if one was. One by its id where named.</summary>
    public async Task<Outcome<IReadOnlyList<RevisionReading<HuntingYear>>>> RunAsync(string? id, LawQuery query, CancellationToken cancellationToken)
    {
        if (await library.NationalAsync(LawFreshness.Cached, cancellationToken) is not { } law) return LawRefusals.NoAuthority;
        IReadOnlyList<RevisionReading<HuntingYear>> years =
        [
            .. law.Law.Years.Where(y => id is null || y.Key == id)
                .Select(y => RevisionReading<HuntingYear>.Of(y.Value, query, calendar)).OfType<RevisionReading<HuntingYear>>()
                .Where(y => query.On is not { } on || y.Selected.Value.Span.Contains(on))
                .OrderBy(y => y.Selected.Value.From).ThenBy(y => y.Selected.Value.Id, StringComparer.Ordinal),
        ];
        if (id is null) return new Outcome<IReadOnlyList<RevisionReading<HuntingYear>>>.Done(years);
        return years is [var one] ? new Outcome<IReadOnlyList<RevisionReading<HuntingYear>>>.Done(years, ETag: one.ETag) : Refusal.NotFound("year");
    }
}
