using System.IO.Compression;
using System.Text;

namespace ArgaliConcessions.Application.Zones.Files;

/// <summary>The files of one shapefile.</summary>
/// <param name="Prj">Null when there is none.</param>
/// <param name="Cpg">Null when there is none.</param>
internal sealed record ShapefileParts(byte[] Shp, byte[] Dbf, string? Prj, string? Cpg);

/// <summary>Takes the one shapefile out of a zip. Nothing is written to disk, and no more is unpacked than is allowed, whatever the zip says of itself.</summary>
internal static class ShapefileZip
{
    /// <summary>Entries at most, folders and bystanders included.</summary>
    public const int MaxEntries = 100;

    /// <summary>Bytes of the parts at most when unpacked: 64 MiB.</summary>
    public const int MaxUnpacked = 64 * 1024 * 1024;

    private static ReadOnlySpan<byte> EntrySignature => [0x50, 0x4B, 0x01, 0x02];

    public static Outcome<ShapefileParts> Open(ReadOnlyMemory<byte> bytes)
    {
        // Counted before the directory is read: it may list half a million entries.
        if (Entries(bytes.Span) > MaxEntries) return FileRefusal.Of(Reason.Of("zip-too-many", null, ("max", MaxEntries)));
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            return Open(zip);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or IOException or NotSupportedException or ArgumentException)
        {
            return FileRefusal.Of(Reason.Of("zip-broken"));
        }
    }

    private static int Entries(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        for (int at; count <= MaxEntries && (at = bytes.IndexOf(EntrySignature)) >= 0; count++) bytes = bytes[(at + EntrySignature.Length)..];
        return count;
    }

    private static Outcome<ShapefileParts> Open(ZipArchive zip)
    {
        if (zip.Entries.FirstOrDefault(e => IsUnsafe(e.FullName)) is { } outside) return FileRefusal.Of(Reason.Of("zip-name-unsafe", null, ("name", Shown(outside.FullName))));
        var files = zip.Entries.Where(e => e.Name.Length > 0 && !e.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)).ToList();
        if (files.Any(e => e.IsEncrypted)) return FileRefusal.Of(Reason.Of("zip-encrypted"));
        var layers = files.Where(e => Extension(e) == ".shp").ToList();
        if (layers.Count > 1) return FileRefusal.Of(Reason.Of("zip-several-layers", null, ("layers", string.Join(", ", layers.Take(10).Select(e => Shown(e.FullName))))));
        if (layers.Count == 0) return Missing(".shp");
        var stem = Stem(layers[0]);
        var parts = files.Where(e => string.Equals(Stem(e), stem, StringComparison.OrdinalIgnoreCase)).ToLookup(Extension, StringComparer.Ordinal);
        if (new[] { ".shx", ".dbf" }.FirstOrDefault(part => !parts[part].Any()) is { } missing) return Missing(missing);
        return Unpack(parts);
    }

    private static Outcome<ShapefileParts> Unpack(ILookup<string, ZipArchiveEntry> parts)
    {
        var left = MaxUnpacked;
        var (shp, dbf) = (Read(parts[".shp"].First(), ref left), Read(parts[".dbf"].First(), ref left));
        var (prj, cpg) = (Read(parts[".prj"].FirstOrDefault(), ref left), Read(parts[".cpg"].FirstOrDefault(), ref left));
        return left < 0
            ? FileRefusal.Of(Reason.Of("zip-too-large", null, ("max", MaxUnpacked / 1024 / 1024)))
            : new Outcome<ShapefileParts>.Done(new ShapefileParts(shp!, dbf!, Text(prj), Text(cpg)));
    }

    /// <summary>The entry's bytes as they come out, not as its header counts them; stops and leaves less than nothing when they are too many.</summary>
    private static byte[]? Read(ZipArchiveEntry? entry, ref int left)
    {
        if (entry is null || left < 0) return null;
        using var unpacked = new MemoryStream();
        using var stream = entry.Open();
        var buffer = new byte[64 * 1024];
        for (int read; left >= 0 && (read = stream.Read(buffer)) > 0; left -= read) unpacked.Write(buffer, 0, read);
        return unpacked.ToArray();
    }

    private static string? Text(byte[]? bytes) => bytes is null ? null : Encoding.UTF8.GetString(bytes);

    /// <summary>Nothing is unpacked by its name, but a zip with such names was not made by a GIS.</summary>
    private static bool IsUnsafe(string name) =>
        name.Contains("..", StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal) || name.StartsWith('/') || name.StartsWith('\\') || name.Any(char.IsControl);

    private static string Shown(string name) => string.Concat((name.Length > 80 ? name[..80] + "…" : name).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));

    private static string Extension(ZipArchiveEntry entry) => Path.GetExtension(entry.Name).ToLowerInvariant();

    private static string Stem(ZipArchiveEntry entry) => entry.FullName[..^Path.GetExtension(entry.Name).Length];

    private static Outcome<ShapefileParts> Missing(string part) => FileRefusal.Of(Reason.Of("shapefile-part-missing", null, ("part", part)));
}
