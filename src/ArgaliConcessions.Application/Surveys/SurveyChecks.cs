using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Surveys;

namespace ArgaliConcessions.Application.Surveys;

/// <summary>What must hold of a survey beyond the form of its fields: its figures must not contradict each other.</summary>
internal static class SurveyChecks
{
    public static Refusal? Judge(Survey survey, NationalLaw law, LocalDate today)
    {
        var complaints = new Complaints();
        complaints.When(law.Authority.Latest.Value.TaxonTree.Find(survey.Taxon) is null, "taxon-unknown", "/taxon", ("taxon", survey.Taxon));
        complaints.When(survey.Date > today, "survey-not-yet-counted", "/date", ("date", survey.Date), ("today", today));
        complaints.When(
            survey.LowerBound > survey.Estimate, "lower-bound-above-estimate", "/lowerBound", ("lowerBound", survey.LowerBound), ("estimate", survey.Estimate));
        JudgeClasses(survey, complaints);
        return complaints.ToRefusal();
    }

    private static void JudgeClasses(Survey survey, Complaints complaints)
    {
        for (var i = 0; i < survey.Classes.Length; i++)
        {
            var one = survey.Classes[i];
            if (one.Age is { Max: { } max } age) complaints.When(max < age.Min, "age-ends-before-it-begins", $"/classes/{i}/ageYears/max", ("min", age.Min), ("max", max));
            complaints.When(survey.Classes.Take(i).Any(one.Overlaps), "survey-class-overlaps", $"/classes/{i}");
        }

        var sum = survey.Classes.Sum(one => (long)one.Animals);
        // Classes are of animals seen; where nobody says how many were, they are at most those there are.
        var whole = survey.Counted ?? survey.Estimate;
        complaints.When(sum > whole, "survey-classes-above-whole", "/classes", ("sum", (decimal)sum), ("whole", whole));
    }
}
