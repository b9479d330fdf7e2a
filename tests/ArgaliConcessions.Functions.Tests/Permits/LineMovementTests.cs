using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Functions.Tests.Registry;

namespace ArgaliConcessions.Functions.Tests.Permits;

/// <summary>Reservations, transfers and the entries of a line, over HTTP.</summary>
public sealed class LineMovementTests(PermitHost host) : IClassFixture<PermitHost>
{
    [Fact]
    public async Task Reservation_ItsWholeLife_StandsInTheEntries()
    {
        var hunt = await host.HuntAsync(2);
        var address = $"{hunt.Line()}/reservations/doe";
        var reserved = await host.Authority.PutJsonAsync(address, Reserved(2).ToJsonString());
        Assert.Equal((HttpStatusCode.Created, "\"1.1\""), (reserved.StatusCode, reserved.Headers.ETag!.Tag));
        await host.Authority.PutJsonAsync(address, Reserved(1).ToJsonString()).ProblemAsync(HttpStatusCode.PreconditionRequired, "precondition-required");
        await host.Authority.PutJsonAsync(address, Reserved(2).ToJsonString()).JsonAsync(HttpStatusCode.OK);
        await host.PostAsync(hunt.Request(), "free").ProblemAsync(HttpStatusCode.Conflict, "permit-refused");
        var line = await host.LineAsync(hunt);
        Assert.Equal((2, 0), (line.GetProperty("reserved").GetInt32(), line.GetProperty("remaining").GetInt32()));

        var permit = await host.IssuedAsync(hunt, "doe", hunt.Request().With("reservation", "doe"));
        var used = await host.Host.Inspector.GetAsync(address).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(("used", permit), (used.GetProperty("status").GetString(), used.GetProperty("permit").GetString()));
        await host.Authority.PostJsonAsync($"{address}/release", "", "r1").ProblemAsync(HttpStatusCode.Conflict, "reservation-refused");

        var entries = await host.Host.Auditor.GetAsync($"{hunt.Line()}/entries").JsonAsync(HttpStatusCode.OK);
        Assert.Equal("grant; reservation; release issue", Kinds(entries));
        var last = entries.GetProperty("items")[2];
        Assert.Equal("""{"granted":2,"reserved":0,"issued":1,"released":0,"killed":0,"wounded":0}""", last.GetProperty("balance").GetRawText());
        Assert.Equal(permit, last.GetProperty("postings")[1].GetProperty("permit").GetString());
        Assert.Equal("doe", last.GetProperty("postings")[0].GetProperty("reservation").GetString());
    }

    [Fact]
    public async Task Release_TwiceAndAfterwards_IsTheSameAnswer()
    {
        var hunt = await host.HuntAsync(2);
        var address = $"{hunt.Line()}/reservations/doe";
        await host.Authority.PutJsonAsync(address, Reserved(2).ToJsonString()).JsonAsync(HttpStatusCode.Created);
        var first = await host.Authority.PostJsonAsync($"{address}/release", "", "r1").JsonAsync(HttpStatusCode.OK);
        var again = await host.Authority.PostJsonAsync($"{address}/release", "", "r2").JsonAsync(HttpStatusCode.OK);
        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.Equal(2, (await host.LineAsync(hunt)).GetProperty("remaining").GetInt32());
        await host.Authority.PostJsonAsync($"{hunt.Line()}/reservations/nobody/release", "", "r3").ProblemAsync(HttpStatusCode.NotFound, "reservation-not-found");
    }

    [Fact]
    public async Task Reservations_ByPages_GoOn()
    {
        var hunt = await host.HuntAsync(5);
        foreach (var id in new[] { "a", "b", "c" })
        {
            await host.Authority.PutJsonAsync($"{hunt.Line()}/reservations/{id}", Reserved(1).ToJsonString()).JsonAsync(HttpStatusCode.Created);
        }

        var seen = new List<string>();
        for (var address = $"{hunt.Line()}/reservations?limit=2"; address is not null;)
        {
            var page = await host.Authority.GetAsync(address).JsonAsync(HttpStatusCode.OK);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(r => r.GetProperty("reservation").GetString()!));
            address = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }

        Assert.Equal(["a", "b", "c"], seen);
        await host.Host.Holder(hunt.Id).GetAsync($"{hunt.Line()}/reservations").JsonAsync(HttpStatusCode.OK);
        await host.Host.Holder("other").GetAsync($"{hunt.Line()}/reservations").ProblemAsync(HttpStatusCode.NotFound, "concession-not-found");
        await host.Host.Holder(hunt.Id).GetAsync($"{hunt.Line()}/entries").JsonAsync(HttpStatusCode.OK);
        await host.Host.Holder("other").GetAsync($"{hunt.Line()}/entries").ProblemAsync(HttpStatusCode.NotFound, "concession-not-found");
    }

    [Fact]
    public async Task Transfer_TheSameAgain_IsTheFirstAnswerByteForByte()
    {
        var (from, to) = (await host.HuntAsync(5), await host.HuntAsync(1));
        var body = Transfer(to, 3).ToJsonString();
        var first = await host.Authority.PostJsonAsync($"{from.Line()}/transfers", body, "t1");
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        await host.Authority.PutJsonAsync(to.Line(), Hunt.LineBody(9).ToJsonString(), "*").JsonAsync(HttpStatusCode.OK);
        var again = await host.Authority.PostJsonAsync($"{from.Line()}/transfers", body, "t1");
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await again.Content.ReadAsByteArrayAsync());
        await host.Authority.PostJsonAsync($"{from.Line()}/transfers", Transfer(to, 1).ToJsonString(), "t1")
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
        Assert.Equal(2, (await host.LineAsync(from)).GetProperty("animals").GetInt32());
    }

    [Fact]
    public async Task Transfer_OfWhatPermitsHold_SaysHowMany()
    {
        var (from, to) = (await host.HuntAsync(2), await host.HuntAsync(1));
        await host.IssuedAsync(from);
        var problem = await host.Authority.PostJsonAsync($"{from.Line()}/transfers", Transfer(to, 2).ToJsonString(), "t1")
            .ProblemAsync(HttpStatusCode.Conflict, "transfer-refused");
        Assert.Equal(1, problem.GetProperty("reasons")[0].GetProperty("evidence").GetProperty("issued").GetInt32());
    }

    private static JsonObject Reserved(int animals) => new() { ["animals"] = animals, ["for"] = "Firm, for John Doe", ["until"] = "2015-11-30" };

    private static JsonObject Transfer(Hunt to, int animals) =>
        new() { ["toConcession"] = to.Id, ["toLine"] = "rams", ["animals"] = animals, ["basis"] = Bodies.Basis("Transfer") };

    private static string Kinds(JsonElement entries) => string.Join("; ", entries.GetProperty("items").EnumerateArray()
        .Select(e => string.Join(' ', e.GetProperty("postings").EnumerateArray().Select(p => p.GetProperty("kind").GetString()))));
}
