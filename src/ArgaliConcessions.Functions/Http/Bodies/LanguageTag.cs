namespace ArgaliConcessions.Functions.Http.Bodies;

/// <summary>The form of a BCP 47 tag: a language of 2 or 3 letters, then subtags (<c>ru</c>, <c>tg-Cyrl</c>, <c>kk-Arab-CN</c>).</summary>
internal static class LanguageTag
{
    private const int Longest = 35;

    public static bool IsTag(string text)
    {
        if (text.Length > Longest) return false;
        var parts = text.Split('-');
        return parts[0].Length is 2 or 3 && parts[0].All(char.IsAsciiLetterLower)
            && parts.Skip(1).All(p => p.Length is >= 1 and <= 8 && p.All(char.IsAsciiLetterOrDigit));
    }
}
