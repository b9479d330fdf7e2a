using NodaTime.Text;

namespace ArgaliConcessions.Application.Compliance.Runs;

/// <summary>Ids of runs: <c>20150314t060000-abcdefgh</c>, sorting by the second in which they were asked for.</summary>
public static class RunIds
{
    private const int RandomLength = 8;
    private static readonly InstantPattern Second = InstantPattern.CreateWithInvariantCulture("uuuuMMdd't'HHmmss");

    /// <param name="now">When it was asked for.</param>
    /// <param name="random">An unguessable id; its first letters are taken.</param>
    public static string New(Instant now, string random) => $"{Second.Format(now)}-{random[..RandomLength]}";
}
