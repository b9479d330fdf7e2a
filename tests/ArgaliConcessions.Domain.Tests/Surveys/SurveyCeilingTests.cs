using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Surveys;
using ArgaliConcessions.Domain.Tests.Given;

namespace ArgaliConcessions.Domain.Tests.Surveys;

/// <summary>What a count carries: one percent of its lower bound and one in five old males, whichever is less.</summary>
public sealed class SurveyCeilingTests
{
    private static readonly RuleSettings Usual = new();

    private static SurveyCeiling Of(int lowerBound, params SurveyClass[] classes) =>
        SurveyCeiling.Of(new Survey("s", "argali", A.Date("2021-02-01"), "count", null, lowerBound, lowerBound, null, [.. classes]), Usual);

    private static SurveyClass Males(int animals, int? min = null, int? max = null) => Class(SurveySex.Male, animals, min, max);

    private static SurveyClass Class(SurveySex sex, int animals, int? min = null, int? max = null) =>
        new(sex, min is { } from ? new AgeRange(from, max) : null, animals);

    [Fact]
    public void Ceiling_Kyrgyzstan2021_Is176OfThe17616Counted()
    {
        var ceiling = Of(17_616);

        Assert.Equal((176, 176, null, null, 0), (ceiling.Animals, ceiling.ByPercent, ceiling.ByOldMales, ceiling.OldMales, ceiling.MaybeOldMales));
    }

    [Theory]
    [InlineData(99, 0)]
    [InlineData(100, 1)]
    [InlineData(199, 1)]
    [InlineData(0, 0)]
    [InlineData(10_000_000, 100_000)]
    public void Ceiling_OfTheLowerBound_IsRoundedDown(int lowerBound, int animals) => Assert.Equal(animals, Of(lowerBound).Animals);

    [Theory]
    [InlineData("0.57", 10_000, 57)]
    [InlineData("0.5", 17_616, 88)]
    [InlineData("1.1", 1_000, 11)]
    [InlineData("0.29", 10_000, 29)]
    [InlineData("0", 10_000, 0)]
    [InlineData("100", 10_000_000, 10_000_000)]
    public void Ceiling_ByAPercentageWithDecimals_IsExact(string percent, int lowerBound, int animals)
    {
        var settings = Usual with { SurveyPercent = decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture) };
        var survey = new Survey("s", "argali", A.Date("2021-02-01"), "count", null, lowerBound, lowerBound, null, []);

        Assert.Equal(animals, SurveyCeiling.Of(survey, settings).Animals);
    }

    [Theory]
    [InlineData(24, 4, 4)]
    [InlineData(25, 5, 5)]
    [InlineData(49, 9, 9)]
    [InlineData(50, 10, 10)]
    [InlineData(500, 100, 10)]
    [InlineData(0, 0, 0)]
    public void Ceiling_WithOldMales_IsTheLowerOfBoth(int oldMales, int byOldMales, int animals)
    {
        var ceiling = Of(1000, Males(oldMales, 8));

        Assert.Equal((10, byOldMales, animals), (ceiling.ByPercent, ceiling.ByOldMales, ceiling.Animals));
    }

    [Fact]
    public void OldMales_AreThoseOfTheAgeAndOver_WhoeverElseWasSeen()
    {
        var ceiling = Of(
            1000, Males(100, 0, 7), Males(7, 8, 8), Males(3, 9), Males(40), Class(SurveySex.Female, 300), Class(SurveySex.Female, 90, 8), Class(SurveySex.Unknown, 60, 0, 0),
            Class(SurveySex.Unknown, 50, 8), Class(SurveySex.Unknown, 30));

        Assert.Equal((10, 2, 2), (ceiling.OldMales, ceiling.ByOldMales, ceiling.Animals));
        Assert.Equal(40 + 50 + 30, ceiling.MaybeOldMales);
    }

    [Fact]
    public void OldMales_OfAClassThatReachesBelowTheAge_AreKeptApart()
    {
        var ceiling = Of(1000, Males(200, 7, 10), Males(15, 11));

        Assert.Equal((15, 3, 200), (ceiling.OldMales, ceiling.ByOldMales, ceiling.MaybeOldMales));
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(7, 9)]
    [InlineData(null, null)]
    public void OldMales_WhereNoMaleIsToldByAge_AreNotJudged(int? min, int? max)
    {
        var ceiling = Of(1000, Males(200, min, max), Class(SurveySex.Female, 90, 8));

        Assert.Equal((null, null, 10, 200), (ceiling.OldMales, ceiling.ByOldMales, ceiling.Animals, ceiling.MaybeOldMales));
    }

    [Fact]
    public void OldMales_WhereOnlyYoungOnesAreTold_AreNone() => Assert.Equal(0, Of(1000, Males(200, 1, 7), Males(20)).Animals);

    [Fact]
    public void OldMales_ByAnotherAgeAndShare_AreCountedByThose()
    {
        var survey = new Survey("s", "argali", A.Date("2021-02-01"), "count", null, 5000, 5000, null, [Males(30, 7, 7), Males(10, 8)]);

        Assert.Equal(10, SurveyCeiling.Of(survey, Usual with { SurveyOldMaleAge = 7, SurveyOldMaleShare = 25 }).Animals);
    }

    [Theory]
    [InlineData(0, 3, 4, 7, false)]
    [InlineData(0, 4, 4, 7, true)]
    [InlineData(8, null, 12, null, true)]
    [InlineData(8, null, 0, 7, false)]
    [InlineData(null, null, 0, 7, false)]
    [InlineData(null, null, null, null, true)]
    public void Classes_OfOneSex_OverlapWhenAnAnimalFitsBoth(int? min, int? max, int? otherMin, int? otherMax, bool overlap)
    {
        Assert.Equal(overlap, Males(1, min, max).Overlaps(Males(2, otherMin, otherMax)));
        Assert.Equal(overlap, Males(2, otherMin, otherMax).Overlaps(Males(1, min, max)));
        Assert.False(Males(1, min, max).Overlaps(Class(SurveySex.Unknown, 1, min, max)));
    }
}
