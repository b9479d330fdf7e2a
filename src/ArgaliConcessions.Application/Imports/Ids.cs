namespace ArgaliConcessions.Application.Imports;

/// <summary>Ids that callers choose: <c>[a-z0-9][a-z0-9-]{0,39}</c>, but not <c>latest</c>, which addresses use.</summary>
public static class Ids
{
    public const int MaxLength = 40;

    public static bool IsId(string text) =>
        text.Length is >= 1 and <= MaxLength && text[0] != '-' && text != "latest" && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
