using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Concessions;

namespace ArgaliConcessions.Application.Concessions;

/// <summary>Answers what a concession is.</summary>
public sealed class ReadConcession(LawLibrary library, LegalCalendar calendar)
{
    public async Task<Outcome<ConcessionStanding>> RunAsync(string id, LawQuery query, CancellationToken cancellationToken)
    {
        if (await library.NationalAsync(LawFreshness.Cached, cancellationToken) is null) return LawRefusals.NoAuthority;
        var law = await library.ConcessionAsync(id, LawFreshness.Cached, cancellationToken);
        if (law is null || RevisionReading<ConcessionTerms>.Of(law.Concession.Terms, query, calendar) is not { } reading) return LawRefusals.NoConcession;
        var standing = new ConcessionStanding(id, reading, query.On ?? calendar.Today(law.National, law.Concession));
        return new Outcome<ConcessionStanding>.Done(standing, ETag: reading.ETag);
    }
}
