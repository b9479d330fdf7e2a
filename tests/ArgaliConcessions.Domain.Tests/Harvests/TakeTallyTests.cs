using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Permits;
using NodaTime;
using Xunit;

namespace ArgaliConcessions.Domain.Tests.Harvests;

public class TakeTallyTests
{
    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("a:Killed", 1, 0)]
    [InlineData("a:Wounded", 0, 1)]
    [InlineData("a:Lost", 0, 1)]
    [InlineData("a:Unsuccessful", 0, 0)]
    [InlineData("a:Wounded b:Killed:a", 1, 0)]
    [InlineData("a:Wounded b:Killed", 1, 1)]
    [InlineData("a:Wounded b:Lost:a", 0, 1)]
    [InlineData("a:Wounded b:Lost:a c:Killed:b", 1, 0)]
    [InlineData("a:Wounded b:Unsuccessful:a", 0, 1)]
    [InlineData("a:Wounded b:Killed:a c:Killed:a", 2, 0)]
    [InlineData("a:Wounded:b b:Wounded:a", 0, 1)]
    [InlineData("a:Wounded:gone", 0, 1)]
    [InlineData("a:Wounded:a", 0, 1)]
    public void Of_Outcomes_CountsAnimals(string outcomes, int killed, int wounded)
    {
        var takes = outcomes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Take);
        Assert.Equal(new TakeTally(killed, wounded), TakeTally.Of(takes));
    }

    private static TakeSummary Take(string text)
    {
        var parts = text.Split(':');
        return new TakeSummary(parts[0], new LocalDate(2014, 10, 1), Enum.Parse<HarvestOutcome>(parts[1]), "argali", parts.ElementAtOrDefault(2));
    }
}
