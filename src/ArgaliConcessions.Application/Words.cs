namespace ArgaliConcessions.Application;

/// <summary>Values as the words that texts and records use.</summary>
internal static class Words
{
    /// <summary>The name of a value as it is written in JSON: <c>LiveCapture</c> is <c>liveCapture</c>.</summary>
    public static string Of<T>(T value) where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
