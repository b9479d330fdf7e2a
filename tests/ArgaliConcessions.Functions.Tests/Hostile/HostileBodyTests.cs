using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Service;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Hostile;

/// <summary>Bodies that no honest client sends, at every route that takes one: refused in words, nothing kept.</summary>
public sealed class HostileBodyTests(HostileHost host) : IClassFixture<HostileHost>
{
    public static TheoryData<string> Mutable => [.. Samples.Bodies.Keys.Where(Exists)];

    public static TheoryData<string> Taking => [.. Writing.Select(f => f.Name)];

    private static IEnumerable<FunctionEntry> Writing => HostileHost.Functions.Where(f => f.Methods[0] is "PUT" or "POST" && !Samples.Bodiless.Contains(f.Name) && !Samples.Forms.Contains(f.Name));

    private static readonly (string What, byte[] Bytes)[] NoDocuments =
    [
        ("nothing", []), ("half an object", "{"u8.ToArray()), ("a hole", "{\"a\":}"u8.ToArray()), ("a list of nothing", "[]"u8.ToArray()),
        ("a text", "\"x\""u8.ToArray()), ("a number", "1"u8.ToArray()), ("null", "null"u8.ToArray()), ("NaN", "{\"a\":NaN}"u8.ToArray()),
        ("Infinity", "{\"a\":-Infinity}"u8.ToArray()), ("two documents", "{}{}"u8.ToArray()), ("single quotes", "{'a':1}"u8.ToArray()),
        ("a comma too many", "{\"a\":1,}"u8.ToArray()), ("a comment", "{/*x*/}"u8.ToArray()), ("no UTF-8", [0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
        ("UTF-16", Encoding.Unicode.GetBytes("{\"a\":1}")), ("a byte order mark alone", [0xef, 0xbb, 0xbf]), ("zeros", new byte[100]),
        ("a deep hole", Encoding.ASCII.GetBytes(new string('[', 100_000))), ("many deep objects", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 50_000)))),
        ("spaces", Encoding.ASCII.GetBytes(new string(' ', 500_000))), ("half a name", "{\"\\ud800\":1}"u8.ToArray()), ("a name of NUL", "{\"\\u0000\":1}"u8.ToArray()),
        ("markup", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"u8.ToArray()),
    ];

    [Fact]
    public void Samples_OfAllFunctionsThatTakeABody_AreThere() =>
        Assert.Equal([], Writing.Select(f => f.Name).Except([.. Samples.Bodies.Keys, .. Samples.Lists.Keys]));

    [Theory]
    [MemberData(nameof(Mutable))]
    public async Task Body_WithOneThingSpoiled_IsRefusedWithItsPlace(string name)
    {
        var function = Function(name);
        var before = await host.StoreAsync();
        var faults = new List<string>();
        foreach (var spoiled in Spoiled.AllOf(host.Body(function)!))
        {
            using var answer = await host.SendAsync(function, host.Address(function), HttpAnswers.Json(spoiled.Text));
            if (await Verdicts.NamingFaultAsync(answer, $"{spoiled.What} at {spoiled.Pointer}", spoiled.Pointer) is { } fault) faults.Add(fault);
        }

        Assert.Equal([], faults);
        Assert.Equal(before, await host.StoreAsync());
    }

    [Theory]
    [MemberData(nameof(Taking))]
    public async Task Body_ThatIsNoDocument_IsRefused(string name)
    {
        var function = Function(name);
        var before = await host.StoreAsync();
        var faults = new List<string>();
        foreach (var (what, bytes) in NoDocuments)
        {
            using var answer = await host.SendAsync(function, host.Address(function), Content(bytes, "application/json"));
            if (await Verdicts.RefusalFaultAsync(answer, what) is { } fault) faults.Add(fault);
        }

        Assert.Equal([], faults);
        Assert.Equal(before, await host.StoreAsync());
    }

    [Theory]
    [MemberData(nameof(Taking))]
    public async Task Body_OfAnotherType_Is415(string name)
    {
        var function = Function(name);
        var body = Encoding.UTF8.GetBytes(host.Body(function)!);
        var before = await host.StoreAsync();
        foreach (var type in new[] { "text/plain", "application/xml", "multipart/form-data; boundary=x", "application/json; charset=utf-16", "json", "application/x-www-form-urlencoded" })
        {
            await host.SendAsync(function, host.Address(function), Content(body, type)).ProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        }

        var packed = Content(body, "application/json");
        packed.Headers.ContentEncoding.Add("gzip");
        await host.SendAsync(function, host.Address(function), packed).ProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        Assert.Equal(before, await host.StoreAsync());
    }

    [Theory]
    [MemberData(nameof(Taking))]
    public async Task Body_LargerThanAnyRouteTakes_Is413BeforeItIsSent(string name)
    {
        var function = Function(name);
        var before = await host.StoreAsync();
        using var content = new StreamContent(new UnsentBody(Intake.LargestBody + 1));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");

        await host.SendAsync(function, host.Address(function), content, r => r.Headers.ExpectContinue = true)
            .ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
        Assert.Equal(before, await host.StoreAsync());
    }

    [Theory]
    [InlineData("""[{"number":1e400}]""")]
    [InlineData("""[{"number":"a\u0000b"}]""")]
    [InlineData("""[{"number":"a\ud800b"}]""")]
    [InlineData("""[{"number":[[[[1]]]]}]""")]
    [InlineData("""[{"concession":"NOR","concession":"NOR"}]""")]
    [InlineData("""{"a":[],"b":[]}""")]
    [InlineData("[1]")]
    [InlineData("[]")]
    public async Task List_ThatCannotBeRead_IsRefusedByLine(string list)
    {
        var before = await host.StoreAsync();
        foreach (var name in Samples.Lists.Keys)
        {
            var problem = await host.SendAsync(Function(name), host.Address(Function(name)), HttpAnswers.Json(list)).ProblemAsync(HttpStatusCode.UnprocessableEntity, "import-faults");
            Assert.All(problem.GetProperty("errors").EnumerateArray(), e => Assert.True(e.TryGetProperty("line", out _), e.ToString()));
        }

        Assert.Equal(before, await host.StoreAsync());
    }

    [Fact]
    public async Task Run_WithABody_IsRefused()
    {
        var function = Function("StartRun");
        var before = await host.StoreAsync();
        foreach (var body in new[] { "{", "[]", """{"year":"2014"}""", "\"x\"", "null" })
        {
            using var answer = await host.SendAsync(function, host.Address(function), HttpAnswers.Json(body));
            Assert.Null(await Verdicts.RefusalFaultAsync(answer, body));
        }

        Assert.Equal(before, await host.StoreAsync());
    }

    internal static FunctionEntry Function(string name) => HostileHost.Functions.Single(f => f.Name == name);

    private static bool Exists(string name) => HostileHost.Functions.Any(f => f.Name == name);

    private static ByteArrayContent Content(byte[] bytes, string type)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }
}
