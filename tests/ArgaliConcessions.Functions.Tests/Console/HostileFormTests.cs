using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ArgaliConcessions.Functions.Console.Forms;
using ArgaliConcessions.Functions.Http;

namespace ArgaliConcessions.Functions.Tests.Console;

/// <summary>Forms that no browser sends: each is refused in words, none breaks anything.</summary>
public sealed class HostileFormTests(ConsoleHost console) : IClassFixture<ConsoleHost>
{
    private const string Route = "console/check";
    private const string Pairs = "application/x-www-form-urlencoded";

    public static TheoryData<string, string, int> Bodies => new()
    {
        { Pairs, "", 422 },
        { Pairs, "form-key=two words", 422 },
        { Pairs, $"form-key={new string('k', 200)}", 422 },
        { Pairs, "form-key=k&number=%00", 422 },
        { Pairs, "form-key=k&number=\u0001", 422 },
        { Pairs, string.Concat(Enumerable.Repeat("a=1&", 500)), 422 },
        { Pairs, $"{new string('n', 300)}=1", 422 },
        { Pairs, $"number={new string('1', 30_000)}", 422 },
        { Pairs, new string('a', 300_000), 413 },
        { "application/json", "{}", 415 },
        { "text/plain", "form-key=k", 415 },
        { "multipart/form-data; boundary=x", "--x\r\n\r\n--x--", 415 },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Body_ThatIsNoForm_IsRefused(string type, string body, int status)
    {
        using var client = await console.SignedInAsync(Role.Authority);
        await AssertAsync(client, type, Encoding.UTF8.GetBytes(body), status);
    }

    [Fact]
    public async Task Body_ThatIsNoUtf8_IsRefused()
    {
        using var client = await console.SignedInAsync(Role.Authority);
        await AssertAsync(client, Pairs, [.. "form-key=k&number="u8, 0xff, 0xfe], 422);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("--x\r\n\r\nno name\r\n--x--\r\n")]
    [InlineData("--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--\r\n")]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\u0001b\"\r\n\r\na\r\n--x--\r\n")]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhalf")]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\n1\r\n--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"b\"\r\n\r\n2\r\n--x--\r\n")]
    public async Task Parts_ThatAreMalformed_AreFaultsAndNothingWorse(string body) => Assert.True((await ReadAsync(body)).Faults.Any);

    [Fact]
    public async Task Parts_MoreThanAnyForm_AreRefused() =>
        Assert.True((await ReadAsync(string.Concat(Enumerable.Repeat("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n", 500)) + "--x--\r\n")).Faults.Any);

    [Fact]
    public async Task Parts_WithAFile_AreRead()
    {
        var (form, faults) = await ReadAsync(
            "--x\r\nContent-Disposition: form-data; name=\"form-key\"\r\n\r\nk1\r\n--x\r\nContent-Disposition: form-data; name=\"empty\"; filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n"
            + "--x\r\nContent-Disposition: form-data; name=\"list\"; filename=\"список.csv\"\r\nContent-Type: text/csv\r\n\r\na,b\r\n--x--\r\n");

        Assert.False(faults.Any);
        Assert.Equal("k1", form!.Key);
        Assert.Null(form.File("empty"));
        Assert.Equal(("список.csv", "text/csv", "a,b"), (form.File("list")!.Name, form.File("list")!.MediaType, Encoding.UTF8.GetString(form.File("list")!.Bytes.Span)));
    }

    private static Task<(Form? Form, Functions.Http.Bodies.Faults Faults)> ReadAsync(string body) =>
        FormIntake.ReadAsync(Encoding.UTF8.GetBytes(body), Intake.UploadType, "multipart/form-data; boundary=x", CancellationToken.None);

    private static async Task AssertAsync(ConsoleClient client, string type, byte[] body, int status)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var answer = await client.PostAsync(Route, content);
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
