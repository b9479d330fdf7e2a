namespace ArgaliConcessions.Functions.Tests.Docs;

internal static class Missing
{
    /// <summary>Fails with the whole list: whoever mends it wants all of it.</summary>
    public static void Nothing(IEnumerable<string> missing)
    {
        var all = string.Join(", ", missing.Order(StringComparer.Ordinal));
        Assert.True(all.Length == 0, all);
    }
}
