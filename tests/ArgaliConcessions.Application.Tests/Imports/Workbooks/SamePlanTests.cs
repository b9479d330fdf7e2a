using System.Globalization;
using System.Text;
using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Tests.Workbooks;

namespace ArgaliConcessions.Application.Tests.Imports.Workbooks;

/// <summary>A list says the same whether it comes as CSV or as a workbook.</summary>
public class SamePlanTests
{
    private static readonly string[] Names = ["concession", "year", "taxon", "sex", "minimumAge", "animals", "series", "number", "from", "to", "zones", "hunter", "document", "status", "statusFrom"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Read_AsCsvAndAsWorkbook_YieldsTheSamePlan(int seed)
    {
        var random = new Random(seed);
        string[] columns = [.. Names.Where((name, i) => i is 0 or 1 or 2 or 7 or 8 or 9 or 11 || random.Next(2) == 0).OrderBy(_ => random.Next())];
        var rows = Enumerable.Range(0, 40).Select(_ => columns.ToDictionary(c => c, c => Cell(c, random))).ToList();

        var csv = ListReading<PermitListRow>.Read(Encoding.UTF8.GetBytes(Csv(columns, rows)), PermitColumns.All, PermitListRow.Read);
        var xlsx = ListReading<PermitListRow>.Read(Workbook(columns, rows, random), PermitColumns.All, PermitListRow.Read);

        Assert.Equal(csv.Faults.Select(Told), xlsx.Faults.Select(Told));
        Assert.Equal(csv.Repeated, xlsx.Repeated);
        Assert.Equal(csv.Rows.Select(r => RecordJson.Write(r)), xlsx.Rows.Select(r => RecordJson.Write(r)));
        var plan = PermitPlan.Of([], csv.Rows.Take(20).Select(PermitDraft.Of));
        var same = PermitPlan.Of([], xlsx.Rows.Take(20).Select(PermitDraft.Of));
        Assert.Equal(plan.Added.Select(d => (d.Key, d.Content)), same.Added.Select(d => (d.Key, d.Content)));
    }

    private static (int, string?, string, string?) Told(ListFault fault) => (fault.Line, fault.Column, fault.Code, fault.Value);

    /// <summary>A cell's text; some are wrong, and then wrong in both.</summary>
    private static string Cell(string column, Random random)
    {
        var date = new LocalDate(2014, 8, 1).PlusDays(random.Next(200)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return column switch
        {
            "concession" => Pick("KT7", "demo-north", "КТ 7"),
            "year" => Pick("2014", "2015"),
            "taxon" => "polii",
            "sex" => Pick("самец", "female", "", "oryx"),
            "minimumAge" => Pick("5", "0", "", "-1", "5.5"),
            "animals" => Pick("1", "2", "", "many"),
            "series" => Pick("AB", "", "ЁЖ"),
            "number" => Pick("0001", "0002", "17", "1/2", $"{random.Next(1000):0000}", ""),
            "from" => Pick("2014-08-01", date),
            "to" => Pick("2015-02-01", date, "31.12.2014", "1.2.15", "soon"),
            "zones" => Pick("north", "north|south", ""),
            "hunter" => Pick("Jan \"Jenda\" Novak", "Иванов, Пётр", "=cmd|calc", "O'Neil; Sam"),
            "document" => Pick("0123", "P1234711", "1E5", ""),
            "status" => Pick("", "revoked", "выдано"),
            _ => Pick("", date),
        };

        string Pick(params string[] texts) => texts[random.Next(texts.Length)];
    }

    private static string Csv(string[] columns, List<Dictionary<string, string>> rows) =>
        string.Join('\n', rows.Select(r => string.Join(',', columns.Select(c => $"\"{r[c].Replace("\"", "\"\"", StringComparison.Ordinal)}\""))).Prepend(string.Join(',', columns)));

    /// <summary>The same cells as a spreadsheet has them: days as days, numbers as numbers or as texts, empty ones in it or not.</summary>
    private static byte[] Workbook(string[] columns, List<Dictionary<string, string>> rows, Random random)
    {
        var workbook = new TestWorkbook();
        var sheet = workbook.Sheet().Row([.. columns]);
        foreach (var row in rows) sheet.Row([.. columns.Select(c => Typed(sheet, c, row[c], random))]);
        return workbook.Bytes();
    }

    private static object? Typed(TestSheet sheet, string column, string text, Random random)
    {
        if (text.Length == 0) return random.Next(2) == 0 ? null : "";
        var isDate = NodaTime.Text.LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date);
        if (isDate && random.Next(2) == 0) return date;
        if (column is "year" or "minimumAge" or "animals" && double.TryParse(text, CultureInfo.InvariantCulture, out var number) && random.Next(2) == 0) return number;
        if (column == "number" && text.Length == 4 && text.All(char.IsAsciiDigit) && random.Next(2) == 0) return new Shown(double.Parse(text, CultureInfo.InvariantCulture), "0000");
        return random.Next(3) switch { 0 => TestSheet.Inline(text), 1 => sheet.Rich(text[..1], text[1..]), _ => text };
    }
}
