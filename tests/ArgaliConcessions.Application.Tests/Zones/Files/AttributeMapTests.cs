using ArgaliConcessions.Application.Zones.Files;

namespace ArgaliConcessions.Application.Tests.Zones.Files;

/// <summary>What attributes become on their way to properties of zones.</summary>
public class AttributeMapTests
{
    [Theory]
    [InlineData("01.09.2014", "2014-09-01")]
    [InlineData("1.9.2014", "2014-09-01")]
    [InlineData("2014/09/01", "2014-09-01")]
    [InlineData("2014/9/1", "2014-09-01")]
    [InlineData("2014-09-01", "2014-09-01")]
    [InlineData("09/01/2014", "09/01/2014")]
    [InlineData("2014/09/01 12:00", "2014/09/01 12:00")]
    public void Apply_DatesAsProgramsWriteThem_AreIsoAndAllElseStays(string written, string read)
    {
        var values = AttributeMap.Nothing.Apply(
            AttributeMap.Nothing.ColumnsOf(["VALID_FROM", "ZONE"]), new Dictionary<string, string>(StringComparer.Ordinal) { ["VALID_FROM"] = written, ["ZONE"] = written });

        Assert.Equal((read, written), (values["validFrom"], values["zone"]));
    }

    [Theory]
    [InlineData("ACT_URL", "basis.url")]
    [InlineData("toler_m", "toleranceMetres")]
    [InlineData("ACC_OVRLAP", "acceptOverlap")]
    [InlineData("NAME_KK", "names.kk")]
    public void ColumnsOf_OurOwnShapefiles_NeedNoWord(string column, string property) =>
        Assert.Equal(column, AttributeMap.Nothing.ColumnsOf([column])[property]);
}
