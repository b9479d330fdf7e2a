using System.Globalization;
using System.Text;
using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Host.Local.Demo;
using CsvHelper;
using CsvHelper.Configuration;

namespace ArgaliConcessions.Functions.Tests.Demo;

/// <summary>A list of the demo whose cells can be changed; written again in its own form.</summary>
internal sealed class EditableList
{
    private readonly List<string[]> _rows = [];
    private readonly string[] _columns;
    private readonly char _delimiter;

    public EditableList(DemoList list)
    {
        List = list;
        var (text, _) = ListText.Decode(DemoFiles.Read(list.File));
        _delimiter = text.AsSpan(0, text.IndexOf('\n', StringComparison.Ordinal)).Contains(';') ? ';' : ',';
        using var parser = new CsvParser(new StringReader(text), Configuration);
        while (parser.Read()) _rows.Add([.. parser.Record!]);
        var set = list.Kind == "permits" ? PermitColumns.All : HarvestColumns.All;
        _columns = [.. _rows[0].Select(header => set.Canonical(header) ?? throw new InvalidDataException($"{list.File}: unknown header {header}."))];
    }

    public DemoList List { get; }

    public IEnumerable<string> Keys => _rows.Skip(1).Select(KeyOf);

    public string Cell(string row, string column) => Find(row)[At(column)];

    public void Set(string row, IEnumerable<KeyValuePair<string, string>> cells)
    {
        var found = Find(row);
        foreach (var (column, value) in cells) found[At(column)] = value;
    }

    public void Drop(string row) => _rows.Remove(Find(row));

    /// <summary>In UTF-8, whatever it was read in.</summary>
    public byte[] Write()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = new CsvWriter(text, Configuration))
        {
            foreach (var row in _rows)
            {
                foreach (var cell in row) writer.WriteField(cell);
                writer.NextRecord();
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private CsvConfiguration Configuration => new(CultureInfo.InvariantCulture) { Delimiter = _delimiter.ToString() };

    /// <summary>Series-number, with <c>@concession</c> and the harvest's id where the name has them.</summary>
    private string[] Find(string row) =>
        _rows.Skip(1).Single(r => KeyOf(r) == row || KeyOf(r).Replace($"@{r[At("concession")]}", "", StringComparison.Ordinal) == row);

    private string KeyOf(string[] row)
    {
        var permit = $"{row[At("series")]}-{row[At("number")]}@{row[At("concession")]}";
        return List.Kind == "permits" ? permit : $"{permit}/{row[At("harvest")]}";
    }

    private int At(string column) => Array.IndexOf(_columns, column);
}
