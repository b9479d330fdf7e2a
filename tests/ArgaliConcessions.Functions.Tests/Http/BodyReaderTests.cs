using System.Text;
using System.Text.Json;
using ArgaliConcessions.Functions.Http.Bodies;
using NodaTime;

namespace ArgaliConcessions.Functions.Tests.Http;

public sealed class BodyReaderTests
{
    private enum Colour { DarkRed, Blue }

    [Fact]
    public void Read_GoodBody_GivesItsValues()
    {
        var (faults, read) = Read(
            """{"text":" Мургаб ","id":"demo-1","date":"2015-03-01","at":"2015-03-01T06:00:00Z","int":3.0,"number":-1.5e1,"flag":true,"colour":"darkRed","ids":["a","b"],"names":{"en":"Murghab","tg-Cyrl":"Мурғоб"},"basis":{"title":"Order","number":"12","publishedOn":"2015-01-28"},"parts":[{"x":1},{"x":2}]}""",
            b => new
            {
                Text = b.Text("text", 10),
                Id = b.Id("id"),
                Date = b.Date("date"),
                At = b.Instant("at"),
                Int = b.Int("int", 0, 3),
                Number = b.Number("number", -15, 0),
                Flag = b.Flag("flag"),
                Colour = b.OneOf<Colour>("colour"),
                Ids = b.Ids("ids", 2),
                Names = b.Names("names"),
                Basis = b.Basis("basis"),
                Parts = b.List("parts", 2, p => p.Int("x", 0, 9)),
                Missing = b.TextOrNull("missing", 1),
            });

        Assert.Empty(faults);
        Assert.Equal("Мургаб", read.Text);
        Assert.Equal(new LocalDate(2015, 3, 1), read.Date);
        Assert.Equal(3, read.Int);
        Assert.Equal(Colour.DarkRed, read.Colour);
        Assert.Equal("Мурғоб", read.Names.ByTag["tg-Cyrl"]);
        Assert.Equal("12", read.Basis.Number);
        Assert.Equal([1, 2], read.Parts);
        Assert.Null(read.Missing);
    }

    [Theory]
    [InlineData("""{"v":null}""", "/v required")]
    [InlineData("""{}""", "/v required")]
    [InlineData("""{"v":1}""", "/v wrong-type")]
    [InlineData("""{"v":""}""", "/v empty")]
    [InlineData("""{"v":" \n "}""", "/v empty")]
    [InlineData("""{"v":"123456"}""", "/v too-long")]
    [InlineData("""{"v":"a\u0000"}""", "/v bad-character")]
    [InlineData("""{"v":"\ud83d"}""", "/v bad-character")]
    [InlineData("""{"v":"a","v":"b"}""", "/v duplicate-member")]
    [InlineData("""{"v":"a","~/x":1}""", "/~0~1x unknown-member")]
    [InlineData("""{"v":"a","V":"b"}""", "/V unknown-member")]
    [InlineData("""[]""", " wrong-type")]
    public void Text_Bad_IsAFaultAtItsPlace(string json, string fault) => Assert.Contains(fault, Read(json, b => b.Text("v", 5)).Faults);

    [Theory]
    [InlineData("1e999", "/v out-of-range")]
    [InlineData("99999999999999999999", "/v out-of-range")]
    [InlineData("-1", "/v out-of-range")]
    [InlineData("1.5", "/v wrong-type")]
    [InlineData("\"1\"", "/v wrong-type")]
    [InlineData("true", "/v wrong-type")]
    public void Int_Bad_IsAFault(string value, string fault) => Assert.Equal([fault], Read($$"""{"v":{{value}}}""", b => b.Int("v", 0, 9)).Faults);

    [Theory]
    [InlineData("1e999")]
    [InlineData("-1e999")]
    [InlineData("9.0001")]
    public void Number_NotFiniteOrOutside_IsAFault(string value) => Assert.Equal(["/v out-of-range"], Read($$"""{"v":{{value}}}""", b => b.Number("v", 0, 9)).Faults);

    [Theory]
    [InlineData("\"2015-02-29\"")]
    [InlineData("\"2015-3-1\"")]
    [InlineData("\"2015-03-01T00:00:00\"")]
    [InlineData("\"9999-12-31\"")]
    [InlineData("\"\\ud83d\"")]
    public void Date_Bad_IsAFault(string value) => Assert.Equal(["/v bad-date"], Read($$"""{"v":{{value}}}""", b => b.Date("v")).Faults);

    [Theory]
    [InlineData("""{}""", "/v too-few")]
    [InlineData("""{"EN":"x"}""", "/v/EN bad-language-tag")]
    [InlineData("""{"":"x"}""", "/v/ bad-language-tag")]
    [InlineData("""{"en":""}""", "/v/en empty")]
    [InlineData("""{"en":1}""", "/v/en wrong-type")]
    [InlineData("""{"en":"a","en":"b"}""", "/v/en duplicate-member")]
    [InlineData("\"Murghab\"", "/v wrong-type")]
    [InlineData("""{"aa":"x","ab":"x","ac":"x","ad":"x","ae":"x","af":"x","ag":"x","ah":"x","ai":"x","aj":"x","ak":"x","al":"x","am":"x"}""", "/v too-many")]
    public void Names_Bad_AreAFault(string value, string fault) => Assert.Equal([fault], Read($$"""{"v":{{value}}}""", b => b.Names("v")).Faults);

    [Theory]
    [InlineData("""{"title":"t","number":"1","publishedOn":"2015-01-28","url":"javascript:alert(1)"}""", "/v/url bad-url")]
    [InlineData("""{"title":"t","number":"1","publishedOn":"2015-01-28","url":"/relative"}""", "/v/url bad-url")]
    [InlineData("""{"title":"t","number":"1"}""", "/v/publishedOn required")]
    [InlineData("""{"title":"t","number":"1","publishedOn":"2015-01-28","by":"x"}""", "/v/by unknown-member")]
    [InlineData("null", "/v required")]
    [InlineData("[]", "/v wrong-type")]
    public void Basis_Bad_IsAFault(string value, string fault) => Assert.Contains(fault, Read($$"""{"v":{{value}}}""", b => b.Basis("v")).Faults);

    [Theory]
    [InlineData("""["a","a"]""", "/v/1 repeated")]
    [InlineData("""["a","B"]""", "/v/1 bad-id")]
    [InlineData("""["a",null]""", "/v/1 wrong-type")]
    [InlineData("""["a","b","c"]""", "/v too-many")]
    [InlineData("""[]""", "/v too-few")]
    [InlineData("""{}""", "/v wrong-type")]
    [InlineData("null", "/v required")]
    public void Ids_Bad_AreAFault(string value, string fault) => Assert.Equal([fault], Read($$"""{"v":{{value}}}""", b => b.Ids("v", 2, minCount: 1)).Faults);

    [Fact]
    public void List_WithFaultyItems_NamesEachPlace() => Assert.Equal(
        ["/v/0/x required", "/v/1/x out-of-range", "/v/1/y unknown-member", "/v/2 wrong-type", "/v/2/x required"],
        Read("""{"v":[{},{"x":10,"y":1},7]}""", b => b.List("v", 5, i => i.Int("x", 0, 9))).Faults);

    [Fact]
    public void Object_Missing_IsOneFault() => Assert.Equal(["/v required"], Read("{}", b => b.Object("v", o => o.Text("x", 1) + o.Text("y", 1))).Faults);

    [Fact]
    public void OneOf_Number_IsNoMember() => Assert.Equal(["/v unknown-value"], Read("""{"v":"0"}""", b => b.OneOf<Colour>("v")).Faults);

    [Fact]
    public void Faults_Countless_AreBounded()
    {
        var json = "{" + string.Join(',', Enumerable.Range(0, 5000).Select(i => $"\"x{i}\":1")) + "}";

        Assert.Equal(100, Read(json, _ => 0).Faults.Length);
    }

    [Fact]
    public void Pointer_OfAnEndlessName_IsCut()
    {
        var fault = Assert.Single(Read("{\"" + new string('n', 10_000) + "\":1}", _ => 0).Faults);

        Assert.True(fault.Length < 200);
    }

    [Theory]
    [InlineData("""{"a":[1,{"b":tru}]}""", "/a/1/b malformed-json")]
    [InlineData("""{"a":1""", "/a malformed-json")]
    [InlineData("""{"a":1}x""", " malformed-json")]
    [InlineData("""{"a":[1,]}""", "/a/0 malformed-json")]
    [InlineData("""{'a':1}""", " malformed-json")]
    [InlineData("""{"a":NaN}""", "/a malformed-json")]
    [InlineData("""{/**/}""", " malformed-json")]
    [InlineData("", " malformed-json")]
    public void Scan_NotJson_SaysWhereItBreaks(string json, string fault) => Assert.Equal([fault], Scan(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Scan_InvalidUtf8_IsMalformed() =>
        Assert.Equal([" malformed-json"], Scan([.. "{\""u8, 0xff, 0xfe, .. "\":1}"u8]));

    [Fact]
    public void Scan_InvalidUtf8InAValue_IsAFaultWhenRead()
    {
        byte[] json = [.. "{\"v\":\""u8, 0xff, .. "\"}"u8];
        Assert.Empty(Scan(json));
        var faults = new Faults();
        using var document = JsonDocument.Parse(json);
        new BodyReader(document.RootElement, "", faults).Text("v", 5);

        Assert.Equal(["/v bad-character"], Told(faults));
    }

    [Theory]
    [InlineData(32, false)]
    [InlineData(33, true)]
    [InlineData(60, true)]
    [InlineData(100_000, true)]
    public void Scan_Depth_IsBounded(int depth, bool refused)
    {
        var faults = Scan(Encoding.ASCII.GetBytes(new string('[', depth) + new string(']', depth)));

        Assert.Equal(refused, faults is [var fault] && fault.EndsWith(" too-deep", StringComparison.Ordinal));
    }

    private static (string[] Faults, T Value) Read<T>(string json, Func<BodyReader, T> read)
    {
        var faults = new Faults();
        using var document = JsonDocument.Parse(json);
        var reader = new BodyReader(document.RootElement, "", faults);
        var value = read(reader);
        reader.Finish();
        return (Told(faults), value);
    }

    private static string[] Scan(byte[] json)
    {
        var faults = new Faults();
        JsonScan.Check(json, faults);
        return Told(faults);
    }

    private static string[] Told(Faults faults) => [.. faults.List.Select(f => $"{f.Pointer} {f.Code}")];
}
