using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Permits.Verdicts;

namespace ArgaliConcessions.Application.Permits.Validity;

/// <summary>A verdict with all that is shown beside it, whether as JSON or as a page.</summary>
/// <param name="Permit">What the inspector compares with the man and the animal.</param>
/// <param name="Question">The instant, local date and position that were judged.</param>
/// <param name="Law">The law it was judged by; names of concession, zones and taxa are in it.</param>
/// <param name="Pins">The head sequences of that law, by which the verdict can be replayed.</param>
/// <param name="LawKnownAt">What the register recorded later may be missing in it.</param>
/// <param name="Paper">The paper number that was asked for; null when it was the permit's own.</param>
public sealed record VerdictView(
    Permit Permit, Verdict Verdict, VerdictQuestion Question, LawBook Law, LawPins Pins, Instant LawKnownAt, string? Paper)
{
    /// <summary>Animals that may still be taken, the open woundings not counted.</summary>
    public int AnimalsLeft =>
        Math.Max(0, Permit.Animals - TakeCount.Of(Permit.Takes.Where(t => t.On <= Question.On)).Certain);

    /// <summary>The permit's zones by id with their names; null where the register has none of that id.</summary>
    public IEnumerable<(string Id, LocalizedNames? Names)> Zones =>
        Permit.Zones.Select(id => (id, Law.Concession.Zones.GetValueOrDefault(id)?.Latest.Value.Names));

    /// <summary>The concession's names as known in the question.</summary>
    public LocalizedNames ConcessionNames =>
        (Law.Concession.Terms.As(Question.File.Knowledge) ?? Law.Concession.Terms.Latest).Value.Names;

    /// <summary>The taxon's names; null where the authority has none of that id.</summary>
    public LocalizedNames? TaxonNames => Question.File.Taxa.Find(Permit.Animal.Taxon)?.Names;
}
