namespace ArgaliConcessions.Storage.Tests;

public sealed class AttemptPauseTests
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    [Theory]
    [InlineData(0, 0, 0.0, 25)]
    [InlineData(0, 0, 1.0, 75)]
    [InlineData(7_000, 0, 0.5, 7_050)]
    [InlineData(0, 3, 0.5, 400)]
    [InlineData(0, 10, 0.5, 3_000)]
    [InlineData(1_000, int.MaxValue, 1.0, 5_500)]
    public void Pause_WithARetryAfter_IsLongerByAJitteredPauseOfOurOwn(int asked, int attempt, double random, int expected) =>
        Assert.Equal(TimeSpan.FromMilliseconds(expected), AttemptPipeline.Pause(TimeSpan.FromMilliseconds(asked), First, Longest, attempt, random));
}
