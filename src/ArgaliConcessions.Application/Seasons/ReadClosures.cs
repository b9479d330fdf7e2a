using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Seasons;

namespace ArgaliConcessions.Application.Seasons;

/// <summary>Answers the closures.</summary>
public sealed class ReadClosures(LawLibrary library, LegalCalendar calendar)
{
    /// <summary>The closures by first day; those that hold on the date asked about, if one was. One by its id where named.</summary>
    public async Task<Outcome<IReadOnlyList<RevisionReading<Closure>>>> RunAsync(string? id, LawQuery query, CancellationToken cancellationToken)
    {
        if (await library.NationalAsync(LawFreshness.Cached, cancellationToken) is not { } law) return LawRefusals.NoAuthority;
        IReadOnlyList<RevisionReading<Closure>> closures =
        [
            .. law.Law.Closures.Where(c => id is null || c.Key == id)
                .Select(c => RevisionReading<Closure>.Of(c.Value, query, calendar)).OfType<RevisionReading<Closure>>()
                .Where(c => query.On is not { } on || (c.Selected.Value.From <= on && !(c.Selected.Value.To < on)))
                .OrderBy(c => c.Selected.Value.From).ThenBy(c => c.Selected.Value.Id, StringComparer.Ordinal),
        ];
        if (id is null) return new Outcome<IReadOnlyList<RevisionReading<Closure>>>.Done(closures);
        return closures is [var one] ? new Outcome<IReadOnlyList<RevisionReading<Closure>>>.Done(closures, ETag: one.ETag) : Refusal.NotFound("closure");
    }
}
