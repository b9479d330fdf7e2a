using System.Net;
using ArgaliConcessions.Functions.Service;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Hostile;

/// <summary>Addresses, parameters and headers that no honest client sends, at every route.</summary>
public sealed class HostileAddressTests(HostileHost host) : IClassFixture<HostileHost>
{
    private static readonly string[] BadIds =
    [
        "..%2f..", "a%2Fb", "a%5Cb", new string('a', 41), new string('a', 3000), "%D0%BA%D0%B8%D1%80", "%F0%9F%90%8F", "%20", "-a", "A", "a_b",
        "a%0d%0aX-A:%20b", "%7f", "a'--", "%3Cscript%3E", "{id}", "a;b", "%25", "%u0041", "~",
    ];

    private static readonly (string Query, string Name)[] BadQuestions =
    [
        ("lang=xx", "lang"), ("lang=", "lang"), ("lang=en&lang=ru", "lang"), ("nonsense=1", "nonsense"), ("%D1%8F=1", "я"), ("a~b=1", "a~0b"),
    ];

    private static readonly (string Query, string Name)[] BadDates =
    [
        ("on=", "on"), ("on=2015-02-30", "on"), ("on=01.02.2015", "on"), ("on=0001-01-01", "on"), ("on=99999-01-01", "on"), ("on=2015-01-01&on=2015-01-02", "on"),
        ("on=%00", "on"), ("knownAt=2015-01-01", "knownAt"), ("knownAt=2015-01-01T25:00:00Z", "knownAt"), ("knownAt=9999-12-31T23:59:60Z", "knownAt"),
    ];

    public static TheoryData<string> All => [.. HostileHost.Functions.Select(f => f.Name)];

    public static TheoryData<string> WithIds => [.. HostileHost.Functions.Where(f => f.Route.Contains('{', StringComparison.Ordinal)).Select(f => f.Name)];

    public static TheoryData<string> Asking => [.. HostileHost.Functions.Where(f => f.Methods[0] == "GET" && !IsPublic(f)).Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(WithIds))]
    public async Task Path_WithAnIdThatIsNone_IsRefused(string name)
    {
        var function = HostileBodyTests.Function(name);
        var before = await host.StoreAsync();
        var faults = new List<string>();
        foreach (var placeholder in function.Route.Split('/').Where(s => s[0] == '{'))
        {
            foreach (var id in BadIds)
            {
                var body = host.Body(function);
                using var answer = await host.SendAsync(function, host.Address(function, placeholder, id), body is null ? null : HttpAnswers.Json(body));
                if (await Verdicts.RefusalFaultAsync(answer, $"{placeholder} {id[..Math.Min(id.Length, 50)]}") is { } fault) faults.Add(fault);
            }
        }

        Assert.Equal([], faults);
        Assert.Equal(before, await host.StoreAsync());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Query_WithAParameterThatIsNone_NamesIt(string name)
    {
        var function = HostileBodyTests.Function(name);
        if (!IsPublic(function)) await AssertNamedAsync(function, BadQuestions);
    }

    [Theory]
    [MemberData(nameof(Asking))]
    public async Task Query_WithABadDate_NamesIt(string name)
    {
        // What is told of now alone knows no dates: they are unknown parameters, and named all the same.
        await AssertNamedAsync(HostileBodyTests.Function(name), BadDates);
    }

    [Theory]
    [InlineData("FindZonesAt", "lon=999&lat=38", "lon")]
    [InlineData("FindZonesAt", "lon=73&lat=-90.0001", "lat")]
    [InlineData("FindZonesAt", "lon=NaN&lat=38", "lon")]
    [InlineData("FindZonesAt", "lon=Infinity&lat=38", "lon")]
    [InlineData("FindZonesAt", "lon=73,5&lat=38", "lon")]
    [InlineData("FindZonesAt", "lon=73", "lat")]
    [InlineData("FindZonesAt", "lon=73&lon=74&lat=38", "lon")]
    [InlineData("ListConcessions", "limit=0", "limit")]
    [InlineData("ListConcessions", "limit=99999999999999999999", "limit")]
    [InlineData("ListConcessions", "after=Zm9vZg", "after")]
    [InlineData("ListOpenSeasons", "taxon=P%C3%96LII", "taxon")]
    [InlineData("PutZone", "repair=please", "repair")]
    [InlineData("ImportZones", "dryRun=yes", "dryRun")]
    [InlineData("Findings", "status=lost", "status")]
    [InlineData("Findings", "rule=RRRRRRRRRRRRRRRRRRRRRRRRR", "rule")]
    [InlineData("ImportPermits", "dryRun=true", "source")]
    [InlineData("ImportHarvests", "source=a&source=b", "source")]
    [InlineData("ListPermits", "status=perhaps", "status")]
    [InlineData("ListPermits", "concession=..", "concession")]
    [InlineData("GetPermit", "version=0", "version")]
    [InlineData("GetPermit", "version=99999999999", "version")]
    [InlineData("GetPermit", "version=1&on=2014-10-01", "version")]
    [InlineData("CheckValidity", "lon=999&lat=38", "lon")]
    [InlineData("CheckValidity", "lat=38", "lon")]
    [InlineData("CheckValidity", "at=yesterday", "at")]
    [InlineData("CheckValidity", "lon=73&lat=38&accuracy=-1", "accuracy")]
    public async Task Query_WithABadValue_NamesIt(string name, string query, string parameter)
    {
        var function = HostileBodyTests.Function(name);
        var before = await host.StoreAsync();
        var body = host.Body(function);
        var address = host.Address(function).Split('?')[0];
        using var answer = await host.SendAsync(function, $"{address}?{query}", body is null ? null : HttpAnswers.Json(body));

        Assert.Null(await Verdicts.NamingFaultAsync(answer, query, parameter));
        Assert.Equal(before, await host.StoreAsync());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Headers_ThatAreAbsurd_AreNamedOrLeftAlone(string name)
    {
        var function = HostileBodyTests.Function(name);
        if (IsPublic(function)) return;
        var before = await host.StoreAsync();
        foreach (var (header, value) in new[] { ("If-Match", "1"), ("If-Match", "\"1\", \"2\""), ("If-None-Match", "'1'"), ("Idempotency-Key", "two words"), ("Idempotency-Key", new string('k', 500)) })
        {
            var body = host.Body(function);
            using var answer = await host.SendAsync(function, host.Address(function), body is null ? null : HttpAnswers.Json(body), r => Set(r, header, value));
            Assert.Null(await Verdicts.NamingFaultAsync(answer, $"{header}: {value}", header));
        }

        Assert.Equal(before, await host.StoreAsync());
    }

    [Theory]
    [InlineData("Accept-Language", "xx;q=9, *;q=-1, ,,, en;q=NaN")]
    [InlineData("Accept", "*/*;q=frog, application/x-\u007f")]
    [InlineData("X-Request-Id", "a b")]
    [InlineData("X-Forwarded-For", "127.0.0.1, ::::")]
    [InlineData("X-HTTP-Method-Override", "DELETE")]
    [InlineData("Range", "bytes=0-0,-1,9999999999999999999999-")]
    [InlineData("Cookie", "a=b; a=c; =; \"")]
    public async Task Headers_ThatNobodyAskedFor_ChangeNothing(string header, string value)
    {
        foreach (var repeat in new[] { 1, 200 })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "concessions/north");
            Set(request, header, string.Concat(Enumerable.Repeat(value, repeat)));
            await host.Host.Authority.SendAsync(request).JsonAsync(HttpStatusCode.OK);
        }
    }

    private async Task AssertNamedAsync(FunctionEntry function, IEnumerable<(string Query, string Name)> questions)
    {
        var before = await host.StoreAsync();
        var faults = new List<string>();
        foreach (var (query, parameter) in questions)
        {
            var (address, body) = (host.Address(function), host.Body(function));
            var asked = $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}";
            using var answer = await host.SendAsync(function, asked, body is null ? null : HttpAnswers.Json(body));
            if (await Verdicts.NamingFaultAsync(answer, query, parameter) is { } fault) faults.Add(fault);
        }

        Assert.Equal([], faults);
        Assert.Equal(before, await host.StoreAsync());
    }

    private static void Set(HttpRequestMessage request, string header, string value)
    {
        request.Headers.Remove(header);
        request.Headers.TryAddWithoutValidation(header, value);
    }

    private static bool IsPublic(FunctionEntry function) => function.Name is "Health" or "Keys";
}
