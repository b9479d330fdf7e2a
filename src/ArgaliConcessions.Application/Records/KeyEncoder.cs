using System.Text;

namespace ArgaliConcessions.Application.Records;

/// <summary>
/// Turns logical names of partitions and rows into keys that every store takes, and back. Letters, digits and
/// <c>- . _ :</c> pass through, <c>/</c> becomes <c>!</c>, every other UTF-8 byte becomes <c>~HH</c>.
/// </summary>
/// <remarks>
/// Azure Table storage refuses <c>/ \ # ?</c> and control characters in keys, and sorts by UTF-16; SQLite sorts by
/// bytes. Pure ASCII without those characters means the same key and the same order to both. The separator becomes
/// the smallest character of the alphabet, so that <c>a/b</c> sorts before <c>a-b</c> and a row directly before the
/// rows below it. Bytes are encoded one by one: a prefix of a name encodes to a prefix of its key.
/// </remarks>
public static class KeyEncoder
{
    /// <summary>Greater than every character of an encoded key: <c>key + End</c> is past all rows that start with key.</summary>
    public const char End = '\x7F';

    /// <summary>Smallest character of an encoded key: <c>key + First</c> is the least key after key itself.</summary>
    public const char First = '!';

    private const char Escape = '~';
    private const string Hex = "0123456789ABCDEF";
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Encodes the name of a partition or row.</summary>
    /// <exception cref="ArgumentException">The name is empty, holds an unpaired surrogate, or is longer than
    /// <see cref="RecordLimits.MaxKeyLength"/> once encoded.</exception>
    public static string Encode(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return EncodePrefix(name);
    }

    /// <summary>Encodes the beginning of a name, which may be empty.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Encode"/>.</exception>
    public static string EncodePrefix(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        // Each character is at least one character of the key: no work is done for what cannot fit.
        if (prefix.Length > RecordLimits.MaxKeyLength) throw TooLong(nameof(prefix));
        var key = new StringBuilder(prefix.Length + 16);
        foreach (var value in BytesOf(prefix)) Append(key, value);
        return key.Length <= RecordLimits.MaxKeyLength ? key.ToString() : throw TooLong(nameof(prefix));
    }

    /// <summary>The name that <see cref="Encode"/> made this key of.</summary>
    /// <exception cref="FormatException">The encoder never makes such a key: someone else wrote it.</exception>
    public static string Decode(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var bytes = new List<byte>(key.Length);
        for (var i = 0; i < key.Length; i++)
        {
            bytes.Add(key[i] switch
            {
                First => (byte)'/',
                Escape => Unescape(key, ref i),
                var c when Passes(c) => (byte)c,
                _ => throw NotOurs(key),
            });
        }
        return TextOf(key, bytes);
    }

    private static void Append(StringBuilder key, byte value)
    {
        if (value == '/') key.Append(First);
        else if (Passes((char)value)) key.Append((char)value);
        else key.Append(Escape).Append(Hex[value >> 4]).Append(Hex[value & 15]);
    }

    private static byte Unescape(string key, ref int at)
    {
        if (at + 2 >= key.Length) throw NotOurs(key);
        int high = Hex.IndexOf(key[++at], StringComparison.Ordinal), low = Hex.IndexOf(key[++at], StringComparison.Ordinal);
        if (high < 0 || low < 0) throw NotOurs(key);
        var value = (byte)((high << 4) | low);
        // One name, one key: what passes through is never escaped.
        return Passes((char)value) || value == '/' ? throw NotOurs(key) : value;
    }

    private static bool Passes(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or ':';

    private static byte[] BytesOf(string name)
    {
        try
        {
            return Strict.GetBytes(name);
        }
        catch (EncoderFallbackException fault)
        {
            throw new ArgumentException($"The name of a record holds half a character (an unpaired surrogate) at index {fault.Index}.", nameof(name), fault);
        }
    }

    private static string TextOf(string key, List<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes.ToArray());
        }
        catch (DecoderFallbackException fault)
        {
            throw new FormatException($"The key '{key}' does not hold UTF-8 text.", fault);
        }
    }

    private static ArgumentException TooLong(string name) =>
        new($"The name of a record is longer than {RecordLimits.MaxKeyLength} characters once encoded.", name);

    private static FormatException NotOurs(string key) => new($"The key '{key}' was not made by the key encoder.");
}
