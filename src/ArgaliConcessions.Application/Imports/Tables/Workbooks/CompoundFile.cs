using System.Text;

namespace ArgaliConcessions.Application.Imports.Tables.Workbooks;

/// <summary>Tells by its first bytes the container of old workbooks (.xls), in which encrypted new ones lie too (MS-CFB, MS-OFFCRYPTO).</summary>
internal static class CompoundFile
{
    private static readonly byte[] Encrypted = Encoding.Unicode.GetBytes("EncryptedPackage");

    public static bool Is(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Signature);

    /// <summary>Whether an encrypted package lies in it: its directory names it.</summary>
    public static bool IsEncrypted(ReadOnlySpan<byte> bytes) => bytes.IndexOf(Encrypted) >= 0;

    private static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
}
