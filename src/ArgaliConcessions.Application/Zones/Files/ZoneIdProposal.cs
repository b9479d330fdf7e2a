using System.Text;

namespace ArgaliConcessions.Application.Zones.Files;

/// <summary>Makes an id of a name: Latin small letters, digits and dashes.</summary>
public static class ZoneIdProposal
{
    /// <summary>Characters of an id at most.</summary>
    private const int MaxLength = 40;

    /// <summary>The letters of Russian, Kyrgyz and Tajik as the Latin alphabet of keyboards has them.</summary>
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['а'] = "a", ['б'] = "b", ['в'] = "v", ['г'] = "g", ['д'] = "d", ['е'] = "e", ['ё'] = "yo", ['ж'] = "zh", ['з'] = "z", ['и'] = "i", ['й'] = "y",
        ['к'] = "k", ['л'] = "l", ['м'] = "m", ['н'] = "n", ['о'] = "o", ['п'] = "p", ['р'] = "r", ['с'] = "s", ['т'] = "t", ['у'] = "u", ['ф'] = "f",
        ['х'] = "kh", ['ц'] = "ts", ['ч'] = "ch", ['ш'] = "sh", ['щ'] = "shch", ['ъ'] = "", ['ы'] = "y", ['ь'] = "", ['э'] = "e", ['ю'] = "yu", ['я'] = "ya",
        ['ң'] = "ng", ['ө'] = "o", ['ү'] = "u", ['ғ'] = "gh", ['ӣ'] = "i", ['қ'] = "q", ['ӯ'] = "u", ['ҳ'] = "h", ['ҷ'] = "j",
    };

    /// <summary>The id; null when nothing of the name can stand in one.</summary>
    public static string? Of(string name)
    {
        var id = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant())
        {
            if (Letters.TryGetValue(letter, out var latin)) id.Append(latin);
            else if (char.IsAsciiLetterOrDigit(letter)) id.Append(letter);
            else if (id.Length > 0 && id[^1] != '-') id.Append('-');
        }

        var cut = id.ToString(0, Math.Min(id.Length, MaxLength)).Trim('-');
        return cut is "" or "latest" ? null : cut;
    }
}
