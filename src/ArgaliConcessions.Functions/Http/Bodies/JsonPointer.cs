namespace ArgaliConcessions.Functions.Http.Bodies;

/// <summary>RFC 6901.</summary>
internal static class JsonPointer
{
    /// <summary>Names longer than this are cut: a pointer tells the place, it need not repeat a hostile body.</summary>
    private const int LongestName = 80;

    /// <summary>The place of a member of the whole.</summary>
    public static string Of(string name) => "/" + Escape(name);

    public static string Escape(string name)
    {
        var cut = name.Length > LongestName ? name[..LongestName] + "…" : name;
        return cut.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
    }
}
