using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Http.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;

namespace ArgaliConcessions.Functions.Tests.Http;

public sealed class TokenTests : IAsyncLifetime
{
    private Probe _probe = null!;

    public async Task InitializeAsync() =>
        _probe = await Probe.StartAsync(Access.InspectorOrAuthority | Access.Holder, (call, _) => Task.FromResult(Answers.Ok(call, call.Caller)));

    public async Task DisposeAsync() => await _probe.DisposeAsync();

    [Fact]
    public async Task Token_OfAnAdmittedRole_NamesTheCaller()
    {
        var caller = await _probe.Client(Role.Holder, "demo-north", "demo-east").GetAsync("probe").JsonAsync(HttpStatusCode.OK);

        Assert.Equal("holder", caller.GetProperty("role").GetString());
        Assert.Equal(["demo-north", "demo-east"], caller.GetProperty("concessions").EnumerateArray().Select(c => c.GetString()));
    }

    [Fact]
    public async Task Token_Missing_IsChallenged()
    {
        var answer = await _probe.Client(null).GetAsync("probe");

        await Task.FromResult(answer).ProblemAsync(HttpStatusCode.Unauthorized, "token-missing");
        Assert.Equal("Bearer realm=\"argali-concessions\"", answer.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task Token_OfAnotherRole_IsForbiddenAndSaysWhoMay()
    {
        var problem = await _probe.Client(Role.Auditor).GetAsync("probe").ProblemAsync(HttpStatusCode.Forbidden, "role-not-allowed");

        Assert.Equal("You came as auditor. This is for: authority, inspector, holder.", problem.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJFUzI1NiJ9..")]
    [InlineData("\u00a0")]
    public async Task Token_Malformed_IsInvalid(string token) =>
        await _probe.Client(token).GetAsync("probe").ProblemAsync(HttpStatusCode.Unauthorized, "token-invalid");

    [Fact]
    public async Task Token_OfAnotherScheme_IsInvalid()
    {
        var client = _probe.Client(null);
        client.DefaultRequestHeaders.Add("Authorization", "Basic dXNlcjpwYXNz");

        await client.GetAsync("probe").ProblemAsync(HttpStatusCode.Unauthorized, "token-invalid");
    }

    [Fact]
    public async Task Token_Enormous_IsInvalid() =>
        await _probe.Client(new string('a', 20_000)).GetAsync("probe").ProblemAsync(HttpStatusCode.Unauthorized, "token-invalid");

    [Fact]
    public async Task Token_PastItsHour_IsExpired()
    {
        var client = _probe.Client(Role.Authority);
        _probe.Time.Advance(TokenIssuer.Lifetime + TokenVerifier.ClockSkew);
        await client.GetAsync("probe").JsonAsync(HttpStatusCode.OK);

        _probe.Time.Advance(TimeSpan.FromSeconds(1));
        await client.GetAsync("probe").ProblemAsync(HttpStatusCode.Unauthorized, "token-expired");
    }

    [Fact]
    public async Task Token_NotYetInForce_IsInvalid() =>
        await SendAsync(Good() with { NotBefore = _probe.Time.GetUtcNow() + TimeSpan.FromMinutes(1) }).ProblemAsync(HttpStatusCode.Unauthorized, "token-invalid");

    [Fact]
    public async Task Token_WithoutExpiry_IsInvalid() =>
        await SendAsync(Good() with { Expires = null }).ProblemAsync(HttpStatusCode.Unauthorized, "token-invalid");

    [Theory]
    [InlineData("aud", "link")]
    [InlineData("aud", "another-service")]
    [InlineData("iss", "https://elsewhere.example")]
    [InlineData("role", "anyone")]
    [InlineData("role", "link")]
    [InlineData("role", "Authority")]
    [InlineData("role", "1")]
    [InlineData("sub", "")]
    [InlineData("sub", "a\u0007b")]
    public async Task Token_WithAnotherClaim_IsInvalid(string claim, string value) =>
        await SendAsync(Good().With(claim, value)).ProblemAsync(HttpStatusCode.Unauthorized, "token-invalid");

    [Theory]
    [InlineData("[\"authority\",\"auditor\"]")]
    [InlineData("[]")]
    public async Task Token_WithoutExactlyOneRole_IsInvalid(string roles) =>
        await SendAsync(Good().With("role", JsonSerializer.Deserialize<JsonElement>(roles))).ProblemAsync(HttpStatusCode.Unauthorized, "token-invalid");

    [Fact]
    public async Task Token_OfHolderWithoutConcession_IsInvalid() =>
        await SendAsync(Good().With("role", "holder")).ProblemAsync(HttpStatusCode.Unauthorized, "token-invalid");

    [Fact]
    public async Task Token_OfHolderWithBadConcession_IsInvalid() =>
        await SendAsync(Good().With("role", "holder").With("concession", "../../law")).ProblemAsync(HttpStatusCode.Unauthorized, "token-invalid");

    [Fact]
    public async Task Token_SignedWithAnotherKey_IsInvalid()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        await SendAsync(Good(), data => other.SignData(data, HashAlgorithmName.SHA256)).ProblemAsync(HttpStatusCode.Unauthorized, "token-invalid");
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    public async Task Token_Unsigned_IsInvalid(string algorithm) =>
        await SendAsync(Good() with { Algorithm = algorithm }, _ => []).ProblemAsync(HttpStatusCode.Unauthorized, "token-invalid");

    [Fact]
    public async Task Token_WithPublicKeyAsHmacSecret_IsInvalid()
    {
        var publicKey = _probe.Key.Key.ECDsa.ExportSubjectPublicKeyInfo();

        await SendAsync(Good() with { Algorithm = "HS256" }, data => HMACSHA256.HashData(publicKey, data)).ProblemAsync(HttpStatusCode.Unauthorized, "token-invalid");
    }

    [Fact]
    public async Task Token_WithPayloadChanged_IsInvalid()
    {
        var parts = Good().With("role", "inspector").Write(Sign).Split('.');
        parts[1] = Good().Write(Sign).Split('.')[1];

        await _probe.Client(string.Join('.', parts)).GetAsync("probe").ProblemAsync(HttpStatusCode.Unauthorized, "token-invalid");
    }

    [Fact]
    public async Task Token_WrittenByHand_IsAccepted() => await SendAsync(Good()).JsonAsync(HttpStatusCode.OK);

    private RawToken Good() => new("ES256", _probe.Time.GetUtcNow(), _probe.Time.GetUtcNow() + TimeSpan.FromHours(1), new Dictionary<string, object>
    {
        ["iss"] = OwnTokenKeys.OwnIssuer, ["aud"] = "argali-concessions-api", ["sub"] = "someone", ["role"] = "authority",
    });

    private byte[] Sign(byte[] data) => _probe.Key.Key.ECDsa.SignData(data, HashAlgorithmName.SHA256);

    private Task<HttpResponseMessage> SendAsync(RawToken token, Func<byte[], byte[]>? sign = null) => _probe.Client(token.Write(sign ?? Sign)).GetAsync("probe");

    private sealed record RawToken(string Algorithm, DateTimeOffset NotBefore, DateTimeOffset? Expires, Dictionary<string, object> Claims)
    {
        public RawToken With(string claim, object value) => this with { Claims = new Dictionary<string, object>(Claims) { [claim] = value } };

        public string Write(Func<byte[], byte[]> sign)
        {
            var claims = new Dictionary<string, object>(Claims) { ["nbf"] = NotBefore.ToUnixTimeSeconds() };
            if (Expires is { } expires) claims["exp"] = expires.ToUnixTimeSeconds();
            var text = $"{Encode(new { alg = Algorithm, typ = "JWT" })}.{Encode(claims)}";
            return $"{text}.{Base64UrlEncoder.Encode(sign(Encoding.ASCII.GetBytes(text)))}";
        }

        private static string Encode(object value) => Base64UrlEncoder.Encode(JsonSerializer.SerializeToUtf8Bytes(value));
    }
}
