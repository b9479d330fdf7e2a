using System.Text;
using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Domain.Harvests;

namespace ArgaliConcessions.Application.Tests.Imports;

public class HarvestListTests
{
    private static ListReading<HarvestListRow> Read(string text) =>
        ListReading<HarvestListRow>.Read(Encoding.UTF8.GetBytes(text), HarvestColumns.All, HarvestListRow.Read);

    [Fact]
    public void Read_DecimalComma_IsANumber()
    {
        var reading = Read("concession;year;number;on;time;lon;lat;accuracy;outcome;ageMin;leftLengthCm\nkt7;2014;17;03.12.2014;00:30;73,9701;38,1702;12,5;добыт;9;141,5");

        Assert.Empty(reading.Faults);
        var row = Assert.Single(reading.Rows);
        Assert.Equal(new GeoPosition(73.9701, 38.1702, 12.5), row.Position);
        Assert.Equal(new AgeEstimate(9, 9), row.Age);
        Assert.Equal(141.5, row.Horns!.LeftLengthCm);
        Assert.Equal(new LocalTime(0, 30), row.Time);
    }

    [Theory]
    [InlineData("lon", "181", "not-a-number")]
    [InlineData("lon", "1,000.5", "not-a-number")]
    [InlineData("lon", "NaN", "not-a-number")]
    [InlineData("lat", "91", "not-a-number")]
    [InlineData("ageMin", "9.5", "not-a-whole-number")]
    [InlineData("outcome", "eaten", "unknown-word")]
    [InlineData("harvest", "H 1", "not-an-id")]
    [InlineData("time", "25:00", "not-a-time")]
    public void Read_ValueThatCannotStand_IsNamed(string column, string value, string code)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["concession"] = "kt7", ["year"] = "2014", ["number"] = "17", ["on"] = "2014-12-03", ["time"] = "10:00",
            ["lon"] = "73.9", ["lat"] = "38.1", ["outcome"] = "killed", ["ageMin"] = "9", ["harvest"] = "h1",
        };
        cells[column] = $"\"{value}\"";

        var reading = Read($"{string.Join(',', cells.Keys)}\n{string.Join(',', cells.Values)}");

        var fault = Assert.Single(reading.Faults);
        Assert.Equal((2, column, code, value), (fault.Line, fault.Column, fault.Code, fault.Value));
    }

    [Fact]
    public void Read_HalfAPosition_IsAFault()
    {
        var reading = Read("concession,year,number,on,lon,lat,outcome\nkt7,2014,17,2014-12-03,73.9,,killed");

        Assert.Equal("lat", Assert.Single(reading.Faults).Column);
    }

    [Fact]
    public void Read_MissingOutcomeOrDate_IsAFault()
    {
        var reading = Read("concession,year,number,on,outcome\nkt7,2014,17,,\nkt7,2014,17,soon,killed");

        Assert.Equal([(2, "on", "required"), (2, "outcome", "required"), (3, "on", "not-a-date")],
            reading.Faults.Select(f => (f.Line, f.Column!, f.Code)).Order());
    }
}
