using System.Buffers.Binary;
using System.Text;

namespace ArgaliConcessions.Application.Zones.Files;

/// <summary>
/// The frame of a .dbf (dBASE III) as bytes: checked before the library reads it, and asked what its texts are written in, which only the bytes can tell.
/// </summary>
internal sealed class DbfTable
{
    private const int Version = 3;
    private const int DescriptorLength = 32;
    private const int NameLength = 11;
    private readonly byte[] _bytes;
    private readonly int _header;
    private readonly int _record;
    private readonly List<(int Start, int Length)> _texts = [];

    private DbfTable(byte[] bytes)
    {
        _bytes = bytes;
        (Records, _header, _record) = (
            BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4)), BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8)), BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(10)));
    }

    /// <summary>Rows, those marked as deleted included.</summary>
    public int Records { get; }

    /// <summary>The code page mark in the header; 0 says nothing.</summary>
    public byte LanguageByte => _bytes[29];

    /// <summary>The table, when all its lengths fit; null otherwise.</summary>
    public static DbfTable? Open(byte[] bytes)
    {
        if (bytes.Length <= DescriptorLength || bytes[0] != Version) return null;
        var table = new DbfTable(bytes);
        var fits = table._header > DescriptorLength && (table._header - DescriptorLength - 1) % DescriptorLength == 0 && table.Records >= 0
            && table._header + ((long)table.Records * table._record) <= bytes.Length;
        return fits && table.ReadFields() ? table : null;
    }

    /// <summary>Every text that stands in it, names of columns first: the bytes, and whether they fill their field to its end.</summary>
    public IEnumerable<(ReadOnlyMemory<byte> Bytes, bool IsFull)> Texts()
    {
        for (var field = DescriptorLength; field + DescriptorLength < _header; field += DescriptorLength) yield return Trimmed(field, NameLength - 1);
        for (var row = 0; row < Records; row++)
        {
            foreach (var (start, length) in _texts) yield return Trimmed(_header + (row * _record) + start, length);
        }
    }

    private bool ReadFields()
    {
        var start = 1;
        for (var field = DescriptorLength; field + DescriptorLength < _header; field += DescriptorLength)
        {
            var length = _bytes[field + 16];
            if (_bytes[field + NameLength] == 'C') _texts.Add((start, length));
            start += length;
        }

        return start == _record;
    }

    private (ReadOnlyMemory<byte> Bytes, bool IsFull) Trimmed(int start, int length)
    {
        var bytes = _bytes.AsMemory(start, length);
        var end = bytes.Span.IndexOf((byte)0);
        var text = (end < 0 ? bytes : bytes[..end]).TrimEnd((byte)' ');
        return (text, text.Length == length);
    }
}
