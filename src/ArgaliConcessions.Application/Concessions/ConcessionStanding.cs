using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Concessions;

namespace ArgaliConcessions.Application.Concessions;

/// <summary>A concession's terms as a question selected them, and the date it is asked about.</summary>
public sealed record ConcessionStanding(string Id, RevisionReading<ConcessionTerms> Reading, LocalDate On)
{
    public ConcessionTerms Terms => Reading.Selected.Value;

    public ConcessionStatus Status => Terms.On(On);

    /// <summary>Who holds it on the date; null when nobody does.</summary>
    public Holder? Holder => Terms.Holders.FirstOrDefault(h => h.From <= On && !(h.To < On));
}
