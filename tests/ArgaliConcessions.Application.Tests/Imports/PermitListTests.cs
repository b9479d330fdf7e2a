using System.Text;
using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Tests.Imports;

public class PermitListTests
{
    private const string Header = "concession,year,taxon,series,number,from,to,hunter";
    private const string Row = "KT7,2014,polii,AB,0017,2014-09-01,2014-12-15,Jan Novak (invented)";

    private static readonly Encoding Cyrillic = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    private static ListReading<PermitListRow> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static ListReading<PermitListRow> Read(byte[] bytes) => ListReading<PermitListRow>.Read(bytes, PermitColumns.All, PermitListRow.Read);

    private static void AssertFault(ListReading<PermitListRow> reading, int line, string? column, string code) =>
        Assert.Contains(reading.Faults, f => f.Line == line && f.Column == column && f.Code == code);

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    public void Read_EverySeparator_GivesTheSameRow(string separator)
    {
        var reading = Read($"{Header}\n{Row}\n".Replace(",", separator, StringComparison.Ordinal));

        Assert.Empty(reading.Faults);
        var row = Assert.Single(reading.Rows);
        Assert.Equal(new PaperNumber("AB", "0017"), row.Paper);
        Assert.Equal([new DateInterval(new LocalDate(2014, 9, 1), new LocalDate(2014, 12, 15))], row.Ranges.ToArray());
        Assert.Equal(PermitStatus.Issued, row.Status);
        Assert.Equal(2, row.Line);
    }

    [Fact]
    public void Read_RussianHeadersInWindows1251_AreUnderstood()
    {
        var reading = Read(Cyrillic.GetBytes(
            "Охотхозяйство;Год;Вид;Пол;Серия;№;Дата выдачи;Действует с;Действует по;ФИО охотника\r\nkt7;2014;polii;Самец;АБ;17;30.08.2014;1.9.2014;15.12.2014;Иванов Иван (вымышлен)\r\n"));

        Assert.Empty(reading.Faults);
        Assert.Equal("windows-1251", reading.Encoding);
        var row = Assert.Single(reading.Rows);
        Assert.Equal("Иванов Иван (вымышлен)", row.Hunter);
        Assert.Equal("АБ", row.Paper.Series);
        Assert.Equal(Sex.Male, row.Sex);
        Assert.Equal(new LocalDate(2014, 8, 30), row.IssuedOn);
    }

    [Fact]
    public void Read_Utf8WithByteOrderMark_FindsTheFirstColumn()
    {
        var reading = Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes($"{Header}\n{Row}")]);

        Assert.Empty(reading.Faults);
        Assert.Equal("utf-8", reading.Encoding);
    }

    [Theory]
    [InlineData("01.09.14", "two-digit-year")]
    [InlineData("1-9-14", "two-digit-year")]
    [InlineData("2014/09/01", "not-a-date")]
    [InlineData("31.02.2014", "not-a-date")]
    [InlineData("2014-13-01", "not-a-date")]
    [InlineData("01.09.0014", "date-out-of-range")]
    [InlineData("41883", "counted-day")]
    public void Read_DateThatCannotStand_IsRefusedWithItsPlace(string date, string code)
    {
        var reading = Read($"{Header}\n{Row.Replace("2014-09-01", date, StringComparison.Ordinal)}");

        AssertFault(reading, 2, "from", code);
    }

    [Theory]
    [InlineData("29.02.2016", true)]
    [InlineData("29.02.2015", false)]
    public void Read_LastOfFebruary_DependsOnTheYear(string date, bool fine)
    {
        var reading = Read($"{Header}\n{Row.Replace("2014-12-15", date, StringComparison.Ordinal)}");

        Assert.Equal(fine, reading.Faults.IsEmpty);
    }

    [Fact]
    public void Read_SeveralFaults_AreAllNamed()
    {
        var reading = Read($"{Header},animals,status\nKT7,,polii,AB,1,2014-09-01,2014-08-01,,0,burnt\nKT7,2014,polii,AB,,2014-09-01,,X,,suspended");

        AssertFault(reading, 2, "year", "required");
        AssertFault(reading, 2, "to", "ends-before-it-begins");
        AssertFault(reading, 2, "hunter", "required");
        AssertFault(reading, 2, "animals", "not-a-whole-number");
        AssertFault(reading, 2, "status", "unknown-word");
        AssertFault(reading, 3, "number", "required");
        AssertFault(reading, 3, "to", "required");
        AssertFault(reading, 3, "statusFrom", "required");
        Assert.Equal(8, reading.Faults.Length);
    }

    [Fact]
    public void Read_MissingAndDoubledColumns_AreNamedOnce()
    {
        var reading = Read("concession,year,taxon,number,№,to,hunter\nKT7,2014,polii,1,2,2014-12-15,X");

        AssertFault(reading, 1, "number", "column-twice");
        AssertFault(reading, 1, "from", "column-missing");
        Assert.Equal(2, reading.Faults.Length);
    }

    [Fact]
    public void Read_UnknownColumn_IsKeptOutAndSaid()
    {
        var reading = Read($"{Header},favourite colour\n{Row},green");

        Assert.Empty(reading.Faults);
        Assert.Equal(["favourite colour"], reading.IgnoredColumns.ToArray());
    }

    [Fact]
    public void Read_SameLineTwice_IsKeptOnceAndSaid()
    {
        var reading = Read($"{Header}\n{Row}\n{Row}\n{Row.Replace("Jan", "Petr", StringComparison.Ordinal)}");

        Assert.Equal(2, reading.Rows.Length);
        Assert.Equal([3], reading.Repeated.ToArray());
    }

    [Fact]
    public void Read_BlankAndMultilineRows_KeepTheLineNumbersOfTheFile()
    {
        var reading = Read($"{Header}\n\n{Row}\n\"KT7\",2014,polii,AB,18,2014-09-01,2014-12-15,\"Jan \"\"J\"\" Novak\"\n,,,,,,,\n{Row.Replace("0017", "19", StringComparison.Ordinal)}");

        Assert.Empty(reading.Faults);
        Assert.Equal([3, 4, 6], reading.Rows.Select(r => r.Line));
        Assert.Equal("Jan \"J\" Novak", reading.Rows[1].Hunter);
    }

    [Theory]
    [InlineData("", "empty-file")]
    [InlineData("concession,year,taxon,number,from,to,hunter\n", "empty-file")]
    [InlineData("[]", "empty-file")]
    [InlineData("{\"a\":1}", "not-a-list")]
    [InlineData("[1]", "not-an-object")]
    [InlineData("[{\"concession\":", "bad-json")]
    [InlineData("[[[[[[[[[[[[]]]]]]]]]]]]", "bad-json")]
    public void Read_NotAList_SaysSo(string text, string code)
    {
        var reading = Read(text);

        Assert.Contains(reading.Faults, f => f.Code == code);
    }

    [Fact]
    public void Read_Json_GivesTheSameAsCsv()
    {
        var csv = Assert.Single(Read($"{Header},zones,animals,outcomesComplete\n{Row},a|b,2,yes").Rows);
        var json = Assert.Single(Read("""
            {"permits":[{"concession":"KT7","year":2014,"taxon":"polii","series":"AB","number":"0017","from":"2014-09-01","to":"2014-12-15",
            "hunter":"Jan Novak (invented)","zones":["a","b"],"animals":2,"outcomesComplete":true,"weapon":null}]}
            """).Rows);

        Assert.Equal(csv with { Line = 1, Ranges = json.Ranges, Zones = json.Zones }, json);
        Assert.Equal(csv.Ranges.AsEnumerable(), json.Ranges);
        Assert.Equal(csv.Zones.AsEnumerable(), json.Zones);
    }

    [Theory]
    [InlineData("\"unclosed")]
    [InlineData("a\"b")]
    public void Read_StrayQuote_IsAFaultNotASwallowedFile(string hunter)
    {
        var reading = Read($"{Header}\n{Row.Replace("Jan Novak (invented)", hunter, StringComparison.Ordinal)}\n{Row}");

        Assert.NotEmpty(reading.Faults);
    }

    [Fact]
    public void Read_RandomBytes_NeverThrows()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 500; i++)
        {
            var bytes = new byte[random.Next(1, 400)];
            random.NextBytes(bytes);
            byte[] list = i % 2 == 0 ? bytes : [.. Encoding.UTF8.GetBytes(Header + "\n"), .. bytes];
            var reading = Read(list);
            Assert.True(reading.Faults.Length > 0 || reading.Rows.Length > 0);
        }
    }
}
