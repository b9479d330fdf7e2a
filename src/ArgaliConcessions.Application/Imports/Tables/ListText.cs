using System.Text;

namespace ArgaliConcessions.Application.Imports.Tables;

/// <summary>The text of an uploaded list and the encoding it turned out to be in.</summary>
/// <param name="Encoding"><c>utf-8</c> or <c>windows-1251</c>.</param>
public sealed record ListText(string Text, string Encoding)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Cyrillic = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    /// <summary>
    /// Bytes that are valid UTF-8 are UTF-8; all others are read as Windows-1251, in which older Excel saves Russian lists. Whole
    /// words in Windows-1251 are hardly ever valid UTF-8 by chance: small letters are all lead bytes there, without a trail byte.
    /// </summary>
    public static ListText Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(ByteOrderMark)) bytes = bytes[ByteOrderMark.Length..];
        try
        {
            return new ListText(StrictUtf8.GetString(bytes), "utf-8");
        }
        catch (DecoderFallbackException)
        {
            return new ListText(Cyrillic.GetString(bytes), "windows-1251");
        }
    }

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];
}
