using System.Buffers;
using System.Text;

namespace ArgaliConcessions.Application.Zones.Files;

/// <summary>Finds out what the attributes of a shapefile are written in.</summary>
internal static class AttributeText
{
    private const byte Dos866 = 0x26;
    private const byte Dos866Old = 0x65;
    private const byte Windows1251 = 0xC9;

    public static Encoding Of(AttributeEncoding encoding) => encoding switch
    {
        AttributeEncoding.Cp1251 => CodePagesEncodingProvider.Instance.GetEncoding(1251)!,
        AttributeEncoding.Cp866 => CodePagesEncodingProvider.Instance.GetEncoding(866)!,
        _ => Encoding.UTF8,
    };

    /// <summary>
    /// What the caller says; else the <c>.cpg</c>; else the table's language byte, where it names a Cyrillic code page; else what is likely: the
    /// reading in which most of it is Russian, UTF-8 only where every text is valid UTF-8.
    /// </summary>
    public static Outcome<FoundEncoding> Find(DbfTable table, string? cpg, AttributeEncoding? asked)
    {
        var found = asked is { } told ? new FoundEncoding(told, EncodingOrigin.Asked) : null;
        if (found is null && !string.IsNullOrWhiteSpace(cpg))
        {
            if (Named(cpg) is not { } named) return FileRefusal.Of(Reason.Of("encoding-unknown", null, ("read", Shown(cpg))));
            found = new FoundEncoding(named, EncodingOrigin.Cpg);
        }

        found ??= table.LanguageByte switch
        {
            Dos866 or Dos866Old => new FoundEncoding(AttributeEncoding.Cp866, EncodingOrigin.LanguageByte),
            Windows1251 => new FoundEncoding(AttributeEncoding.Cp1251, EncodingOrigin.LanguageByte),
            _ => new FoundEncoding(Likely(table), EncodingOrigin.Detected),
        };
        return found.Encoding == AttributeEncoding.Utf8 && !table.Texts().All(IsUtf8)
            ? FileRefusal.Of(Reason.Of("encoding-wrong"))
            : new Outcome<FoundEncoding>.Done(found);
    }

    /// <summary>What stands in a <c>.cpg</c>: a name or number of a code page, in the ways that programs write it.</summary>
    public static AttributeEncoding? Named(string cpg)
    {
        var plain = string.Concat(cpg.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return plain switch
        {
            "UTF8" or "65001" or "CP65001" => AttributeEncoding.Utf8,
            "1251" or "CP1251" or "WINDOWS1251" or "ANSI1251" or "WIN1251" => AttributeEncoding.Cp1251,
            "866" or "CP866" or "IBM866" or "OEM866" or "DOS866" => AttributeEncoding.Cp866,
            _ => null,
        };
    }

    /// <summary>Valid UTF-8; a character that the end of its field cuts in two is no fault: old programs cut by bytes.</summary>
    private static bool IsUtf8((ReadOnlyMemory<byte> Bytes, bool IsFull) text)
    {
        var rest = text.Bytes.Span;
        while (!rest.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(rest, out _, out var length);
            if (status == OperationStatus.NeedMoreData) return text.IsFull;
            if (status != OperationStatus.Done) return false;
            rest = rest[length..];
        }

        return true;
    }

    /// <summary>
    /// The reading in which most is Russian, UTF-8 first. That it is valid UTF-8 is not enough: <c>Ёлка</c> in code page 866 is one Chinese character there.
    /// </summary>
    private static AttributeEncoding Likely(DbfTable table)
    {
        var possible = table.Texts().All(IsUtf8) ? new[] { AttributeEncoding.Utf8, AttributeEncoding.Cp1251, AttributeEncoding.Cp866 } : [AttributeEncoding.Cp1251, AttributeEncoding.Cp866];
        return possible.MaxBy(encoding => Score(table, encoding));
    }

    /// <summary>Russian letters count for a reading; a capital most where a word begins; signs that no name has, and a capital after a small letter, count against it.</summary>
    private static int Score(DbfTable table, AttributeEncoding encoding)
    {
        var reader = Of(encoding);
        var score = 0;
        foreach (var (bytes, _) in table.Texts())
        {
            var before = ' ';
            foreach (var letter in reader.GetString(bytes.Span))
            {
                score += Weight(letter, before, encoding);
                before = letter;
            }
        }

        return score;
    }

    private static int Weight(char letter, char before, AttributeEncoding encoding) => letter switch
    {
        < '\u0080' => 0,
        >= 'а' and <= 'я' or 'ё' => 2,
        >= 'А' and <= 'Я' or 'Ё' => char.IsLower(before) ? -2 : char.IsLetter(before) ? 1 : 3,
        '№' or '«' or '»' or '–' or '—' or '\uFFFD' => 0,
        // Letters of Latin and Cyrillic alphabets that the code pages do not have.
        < '\u0530' when encoding == AttributeEncoding.Utf8 && char.IsLetter(letter) => 1,
        _ => -3,
    };

    private static string Shown(string cpg) => string.Concat(cpg.Trim().Take(40).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
}
