using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace ArgaliConcessions.Application.Imports.Tables;

/// <summary>Reads a list of comma, semicolon or tab separated values (RFC 4180 quoting).</summary>
public static class CsvList
{
    private static readonly char[] Delimiters = [',', ';', '\t'];

    public static ListTable Read(ReadOnlySpan<byte> bytes, ColumnMatcher columns)
    {
        var (text, encoding) = ListText.Decode(bytes);
        var reading = new Reading(columns);
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterOf(text).ToString(),
            BadDataFound = reading.BadData,
            // Kept, so that line numbers are those of the file; a blank line has no cells and makes no row.
            IgnoreBlankLines = false,
            // A stray quote may not swallow the rest of a large file.
            MaxFieldSize = 64 * ListTable.MaxCell,
        });
        reading.ReadAll(parser);
        return new ListTable("csv", encoding, reading.Rows.ToImmutable(), reading.Ignored.ToImmutable(), reading.Faults.ToImmutable()) { Layout = reading.Layout };
    }

    /// <summary>The separator that the header line has most of, quotes aside.</summary>
    private static char DelimiterOf(string text)
    {
        var header = text.AsSpan().TrimStart("\r\n");
        var end = header.IndexOfAny('\r', '\n');
        if (end >= 0) header = header[..end];
        var counts = new int[Delimiters.Length];
        var quoted = false;
        foreach (var c in header)
        {
            if (c == '"') quoted = !quoted;
            var at = Array.IndexOf(Delimiters, c);
            if (!quoted && at >= 0) counts[at]++;
        }

        return Delimiters[Array.IndexOf(counts, counts.Max())];
    }

    private sealed class Reading(ColumnMatcher columns)
    {
        private string?[] _names = [];
        private int _badLine;

        public ImmutableArray<ListRow>.Builder Rows { get; } = ImmutableArray.CreateBuilder<ListRow>();

        public ImmutableArray<string>.Builder Ignored { get; } = ImmutableArray.CreateBuilder<string>();

        public ImmutableArray<ListFault>.Builder Faults { get; } = ImmutableArray.CreateBuilder<ListFault>();

        public ListLayout Layout { get; private set; } = ListLayout.None;

        public void BadData(BadDataFoundArgs args) => _badLine = args.Context.Parser?.RawRow ?? 0;

        public void ReadAll(CsvParser parser)
        {
            try
            {
                if (!parser.Read())
                {
                    Faults.Add(new ListFault(0, null, "empty-file"));
                    return;
                }

                ReadHeader(parser.Record!);
                if (Faults.Count == 0) ReadRows(parser);
            }
            catch (MaxFieldSizeException)
            {
                Faults.Add(new ListFault(parser.RawRow, null, "unclosed-quote"));
            }
        }

        private void ReadRows(CsvParser parser)
        {
            for (var line = parser.RawRow + 1; parser.Read(); line = parser.RawRow + 1)
            {
                ReadRow(line, parser.Record!);
                if (Rows.Count <= ListTable.MaxRows) continue;
                Faults.Add(new ListFault(line, null, "too-many-rows"));
                return;
            }

            if (Rows.Count == 0) Faults.Add(new ListFault(0, null, "empty-file"));
        }

        private void ReadHeader(string[] headers)
        {
            _names = [.. headers.Select(columns.Canonical)];
            Layout = new ListLayout(null, [.. headers.Select((h, i) => new LaidColumn(i, h.Trim(), _names[i]))]);
            Ignored.AddRange(headers.Where((h, i) => _names[i] is null && h.Trim().Length > 0 && !columns.PassesOver(h)));
            Faults.AddRange(_names.OfType<string>().GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1)
                .Select(g => new ListFault(1, g.Key, "column-twice")));
            Faults.AddRange(columns.MissingFrom(_names.OfType<string>()).Select(n => new ListFault(1, n, "column-missing")));
        }

        private void ReadRow(int line, string[] cells)
        {
            if (_badLine > 0)
            {
                Faults.Add(new ListFault(line, null, "bad-quotes"));
                _badLine = 0;
            }

            if (cells.Length > _names.Length && cells.Skip(_names.Length).Any(c => !string.IsNullOrWhiteSpace(c)))
            {
                Faults.Add(new ListFault(line, null, "too-many-cells"));
            }

            var byName = CellsByName(line, cells);
            if (byName.Count > 0) Rows.Add(new ListRow(line, columns.Finish(byName)) { Sent = columns.KeepsSent ? cells : [] });
        }

        private Dictionary<string, string> CellsByName(int line, string[] cells)
        {
            var byName = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, cell) in _names.Zip(cells, (name, cell) => (name, cell.Trim())))
            {
                if (name is null || cell.Length == 0) continue;
                if (cell.Length > ListTable.MaxCell || cell.Any(char.IsControl)) Faults.Add(new ListFault(line, name, "unreadable-cell"));
                else byName[name] = cell;
            }

            return byName;
        }
    }
}
