using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Law;

/// <summary>Answers what the authority is.</summary>
public sealed class ReadAuthority(LawLibrary library, LegalCalendar calendar)
{
    public async Task<Outcome<RevisionReading<AuthorityTerms>>> RunAsync(LawQuery query, CancellationToken cancellationToken)
    {
        if (await library.NationalAsync(LawFreshness.Cached, cancellationToken) is not { } law) return LawRefusals.NoAuthority;
        var reading = RevisionReading<AuthorityTerms>.Of(law.Law.Authority, query, calendar);
        return reading is null ? Refusal.NotFound("authority") : new Outcome<RevisionReading<AuthorityTerms>>.Done(reading, ETag: reading.ETag);
    }
}
