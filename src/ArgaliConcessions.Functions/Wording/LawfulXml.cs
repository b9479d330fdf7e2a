using System.Text;

namespace ArgaliConcessions.Functions.Wording;

/// <summary>Text of any origin for files of XML.</summary>
internal static class LawfulXml
{
    private const char Unreadable = '\ufffd';

    /// <summary>Without a byte order mark, which simple readers on phones take for a part of the file.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The text with U+FFFD for every character that XML 1.0 forbids (2.2): most control characters, and half characters.</summary>
    public static string Of(string text)
    {
        var lawful = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var allowed = rune.Value is '\t' or '\n' or '\r' or >= 0x20 and not (0xfffe or 0xffff);
            if (allowed) lawful.Append(rune);
            else lawful.Append(Unreadable);
        }
        return lawful.ToString();
    }
}
