using System.IO.Compression;
using System.Runtime.InteropServices;

namespace ArgaliConcessions.Application.Imports.Tables.Workbooks;

/// <summary>Looks at the zip of a workbook before anything reads it: what it claims, and what it really unpacks to.</summary>
internal static class PackageBounds
{
    private const int Mebibyte = 1024 * 1024;

    /// <summary>Files of one workbook at most.</summary>
    public const int MaxEntries = 2_000;

    /// <summary>All of a workbook unpacked: any file in it may be called a sheet, whatever its name ends with.</summary>
    public const long MaxUnpacked = 256L * Mebibyte;

    /// <summary>What is read whole when a workbook is opened: its list of contents, and each list of relations.</summary>
    private const long MaxIndex = Mebibyte;

    /// <summary>What is wrong with the package as such, as a fault's code; null when it may be opened.</summary>
    /// <exception cref="InvalidDataException">It is no sound zip.</exception>
    public static string? Check(ReadOnlyMemory<byte> bytes)
    {
        using var zip = new ZipArchive(StreamOf(bytes), ZipArchiveMode.Read);
        if (zip.Entries.Count > MaxEntries) return "workbook-too-large";
        if (zip.Entries.Any(e => IsNamed(e, "vbaProject.bin"))) return "macro-workbook";
        if (zip.GetEntry("[Content_Types].xml") is null) return "not-a-workbook";
        var (left, buffer) = (MaxUnpacked, new byte[64 * 1024]);
        foreach (var entry in zip.Entries)
        {
            var most = Math.Min(left, IsIndex(entry) ? MaxIndex : left);
            if (entry.Length > most || Unpacked(entry, most, buffer) is not { } length) return "workbook-too-large";
            left -= length;
        }

        return null;
    }

    /// <summary>The bytes as a stream that can be read only, without a copy where there is an array behind them.</summary>
    public static MemoryStream StreamOf(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);

    private static bool IsIndex(ZipArchiveEntry entry) => IsNamed(entry, ".rels") || IsNamed(entry, "[Content_Types].xml");

    private static bool IsNamed(ZipArchiveEntry entry, string end) => entry.FullName.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    /// <summary>Bytes that it unpacks to, whatever it claims; null past the bound.</summary>
    private static long? Unpacked(ZipArchiveEntry entry, long most, byte[] buffer)
    {
        using var stream = entry.Open();
        long length = 0;
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            length += read;
            if (length > most) return null;
        }

        return length;
    }
}
