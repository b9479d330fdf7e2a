using System.Collections.Immutable;

namespace ArgaliConcessions.Domain.Surveys;

/// <summary>A count of a taxon: of the whole country, or of one concession's ground. Corrected by a new revision.</summary>
/// <param name="Date">The day of the count; of one that took weeks, its last.</param>
/// <param name="Method">How was counted, in the surveyors' words (block count, double observer, aerial transect, …).</param>
/// <param name="AreaKm2">Ground counted, square kilometres; null where not stated.</param>
/// <param name="Estimate">Animals, the surveyors' best figure.</param>
/// <param name="LowerBound">Animals that there are at least, by the confidence that the surveyors state; of a full count the count. At most <paramref name="Estimate"/>.</param>
/// <param name="Counted">Animals actually seen; null where not stated.</param>
/// <param name="Classes">The animals seen, by sex and age; empty where nobody told them apart. No two overlap.</param>
public sealed record Survey(
    string Id, string Taxon, LocalDate Date, string Method, decimal? AreaKm2, int Estimate, int LowerBound, int? Counted, ImmutableArray<SurveyClass> Classes)
{
    public bool Equals(Survey? other) =>
        other is not null && Id == other.Id && Taxon == other.Taxon && Date == other.Date && Method == other.Method && AreaKm2 == other.AreaKm2
        && Estimate == other.Estimate && LowerBound == other.LowerBound && Counted == other.Counted && Classes.Same(other.Classes);

    public override int GetHashCode() => HashCode.Combine(Id, Taxon, Date, Estimate, LowerBound);
}

/// <summary>Animals of one sex and age. What was not told apart has a class of its own and is added to no other.</summary>
/// <param name="Age">Null where the age was not told.</param>
/// <param name="Animals">Whole animals, 0 or more: 0 says that none was seen, which is more than saying nothing.</param>
public sealed record SurveyClass(SurveySex Sex, AgeRange? Age, int Animals)
{
    /// <summary>Whether one animal might belong to both.</summary>
    public bool Overlaps(SurveyClass other) => Sex == other.Sex && (Age is null || other.Age is null ? Age == other.Age : Age.Overlaps(other.Age));
}

/// <summary>Whole years of age, both included: a lamb is 0.</summary>
/// <param name="Max">Null for that age and over.</param>
public sealed record AgeRange(int Min, int? Max)
{
    public bool Overlaps(AgeRange other) => Min <= (other.Max ?? int.MaxValue) && other.Min <= (Max ?? int.MaxValue);
}

public enum SurveySex { Male, Female, Unknown }
