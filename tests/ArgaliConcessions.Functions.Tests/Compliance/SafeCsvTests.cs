using ArgaliConcessions.Functions.Compliance.Reports;

namespace ArgaliConcessions.Functions.Tests.Compliance;

public sealed class SafeCsvTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("  =1", "'  =1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("=cmd|'/c calc'!A1,x", "\"'=cmd|'/c calc'!A1,x\"")]
    [InlineData("гусфанди Марко Поло", "гусфанди Марко Поло")]
    [InlineData("", "")]
    public async Task WriteAsync_Text_IsQuotedAndHarmless(string text, string cell) => Assert.Equal($"{cell},end\r\n", await RowAsync(text, "end"));

    [Fact]
    public async Task WriteAsync_NumbersAndNothing_StayWhatTheyAre() => Assert.Equal("-5.25,,7\r\n", await RowAsync(-5.25, null, 7));

    private static async Task<string> RowAsync(params object?[] cells)
    {
        var writer = new StringWriter();
        await new SafeCsv(writer).WriteAsync(cells);
        return writer.ToString();
    }
}
