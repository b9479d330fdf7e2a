namespace ArgaliConcessions.Functions.Http.Bodies;

/// <summary>Ids in paths and bodies are chosen by the caller: <c>[a-z0-9][a-z0-9-]{0,39}</c>, but not <c>latest</c>.</summary>
public static class IdRules
{
    public const int MaxLength = 40;

    public static bool IsId(string? text) =>
        text is { Length: >= 1 and <= MaxLength } && text[0] != '-' && text != "latest" && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
