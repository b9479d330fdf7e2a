using System.Security.Cryptography;
using System.Text;
using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Storage.Archive;

/// <summary>
/// The form of an archive: UTF-8, one JSON object a line, each line ended by a line feed, the last one too.
/// </summary>
/// <remarks>
/// <code>
/// {"kind":"archive","format":"argali-archive","version":1,"madeAt":"…Z","program":"0.1.0","store":"Sqlite","sum":"…"}
/// {"kind":"partition","partition":"law","sum":"…"}
/// {"kind":"row","row":"head","columns":{},"json":{…},"sha256":"…","sum":"…"}
/// {"kind":"row","row":"g/1/000","columns":{},"base64":"…","sha256":"…","sum":"…"}
/// {"kind":"end","partition":"law","rows":2,"bytes":900,"sha256":"…","sum":"…"}
/// {"kind":"total","partitions":1,"rows":2,"bytes":900,"sha256":"…","sum":"…"}
/// </code>
/// Members stand in this order and no others do. Partitions and rows ascend by their encoded keys. A payload that is
/// JSON text without line breaks, and without blanks around it, stands there as it is, byte for byte; any other in
/// base64. <c>sha256</c> of a row is that of payload and columns as the audit chain takes it; those of partitions and
/// of the whole are <see cref="ArchiveSums"/>'s. <c>sum</c> is the SHA-256 of the line before's <c>sum</c> (in hex; nothing
/// for the first line) and of this line's bytes up to <c>,"sum"</c>: a line that is damaged, missing, twice there or
/// in another place is the first whose sum is wrong. The last line's sum therefore names the archive as a whole.
/// </remarks>
internal static class ArchiveFormat
{
    public const string Name = "argali-archive";

    /// <summary>The version that this program writes, and the only one it reads.</summary>
    public const int Version = 1;

    /// <summary>Bytes of a line at most, without its line feed: the largest record in base64 with room for keys and columns, escaped.</summary>
    public const int MaxLine = (RecordLimits.MaxRecordBytes / 3 * 4) + (64 * 1024);

    /// <summary>Levels of a payload that stands in the file as JSON; a deeper one goes in base64.</summary>
    public const int MaxJsonDepth = 60;

    private const int HexLength = 64;

    private static ReadOnlySpan<byte> BeforeSum => ",\"sum\":\""u8;

    private static ReadOnlySpan<byte> AfterSum => "\"}"u8;

    /// <summary>Bytes that follow a line's content: its sum with the member's name.</summary>
    public static int TailLength => BeforeSum.Length + HexLength + AfterSum.Length;

    /// <summary>The checksum of a line.</summary>
    /// <param name="before">The sum of the line before; empty for the first.</param>
    /// <param name="content">The line's bytes up to <c>,"sum"</c>.</param>
    public static string SumOf(string before, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(before));
        hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What ends a line: its sum, the closing brace, the line feed.</summary>
    public static byte[] Tail(string sum) => [.. BeforeSum, .. Encoding.ASCII.GetBytes(sum), .. AfterSum, (byte)'\n'];

    /// <summary>Whether a line ends in the sum that it should have.</summary>
    /// <param name="line">The line without its line feed.</param>
    /// <param name="before">The sum of the line before.</param>
    /// <param name="sum">The line's own sum.</param>
    public static bool IsWhole(ReadOnlySpan<byte> line, string before, out string sum)
    {
        sum = "";
        if (line.Length <= TailLength) return false;
        sum = SumOf(before, line[..^TailLength]);
        return line[^TailLength..].SequenceEqual(Tail(sum).AsSpan()[..^1]);
    }
}
