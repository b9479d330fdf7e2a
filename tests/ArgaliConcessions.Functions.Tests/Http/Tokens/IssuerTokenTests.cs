using System.ComponentModel.DataAnnotations;
using System.Text;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Tokens;
using Microsoft.IdentityModel.Tokens;

namespace ArgaliConcessions.Functions.Tests.Http.Tokens;

/// <summary>Tokens of an external issuer, over real discovery.</summary>
public sealed class IssuerTokenTests : IAsyncLifetime
{
    private static readonly Dictionary<string, object> Inspector = new() { ["roles"] = new[] { "inspector" } };
    private FakeIssuer _issuer = null!;
    private RsaSecurityKey _key = null!;
    private IssuerTokenKeys _keys = null!;
    private TokenVerifier _verifier = null!;

    public async Task InitializeAsync()
    {
        _issuer = await FakeIssuer.StartAsync();
        _key = _issuer.NewKey("k1");
        _keys = new IssuerTokenKeys(_issuer.Options);
        _verifier = new TokenVerifier(_keys, TimeProvider.System);
    }

    public async Task DisposeAsync()
    {
        _keys.Dispose();
        await _issuer.DisposeAsync();
    }

    private Task<TokenVerdict> VerifyAsync(string token) => _verifier.VerifyAsync(token, CancellationToken.None);

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha256)]
    [InlineData(SecurityAlgorithms.RsaSsaPssSha256)]
    public async Task Token_SignedByTheIssuer_NamesTheCaller(string algorithm)
    {
        var caller = (await VerifyAsync(_issuer.Sign(_key, algorithm, Inspector))).Caller;
        Assert.Equal((Role.Inspector, "someone"), (caller!.Role, caller.Subject));
    }

    [Theory]
    [InlineData("Ivan Petrov", "Ivan Petrov")]
    [InlineData("", null)]
    [InlineData("Ivan\u0000Petrov", null)]
    public async Task Token_WithAName_TellsItIfItCanBeRead(string name, string? expected)
    {
        var claims = new Dictionary<string, object>(Inspector) { ["name"] = name };
        Assert.Equal(expected, (await VerifyAsync(_issuer.Sign(_key, SecurityAlgorithms.RsaSha256, claims))).Caller!.Name);
    }

    [Fact]
    public async Task Token_OfAHolderByRoles_NamesItsConcessions()
    {
        var claims = new Dictionary<string, object> { ["roles"] = new[] { "holder:demo-north", "holder:demo-east" } };
        var caller = (await VerifyAsync(_issuer.Sign(_key, SecurityAlgorithms.RsaSha256, claims))).Caller;
        Assert.Equal(["demo-north", "demo-east"], caller!.Concessions);
    }

    [Theory]
    [InlineData("authority:demo-north")]
    [InlineData("holder:")]
    [InlineData("holder:../law")]
    [InlineData("holder")]
    [InlineData("Reader")]
    [InlineData("authority", "inspector")]
    [InlineData("holder:demo-north", "authority")]
    public async Task Token_WithRolesThatAreNone_IsInvalid(params string[] roles) =>
        Assert.Equal("token-invalid", (await VerifyAsync(_issuer.Sign(_key, SecurityAlgorithms.RsaSha256, new() { ["roles"] = roles }))).Fault);

    [Fact]
    public async Task Token_OfAnotherAudienceOrIssuer_IsInvalid()
    {
        Assert.Equal("token-invalid", (await VerifyAsync(_issuer.Sign(_key, SecurityAlgorithms.RsaSha256, Inspector, audience: "another"))).Fault);
        Assert.Equal("token-invalid", (await VerifyAsync(_issuer.Sign(_key, SecurityAlgorithms.RsaSha256, Inspector, issuer: "https://elsewhere.example"))).Fault);
    }

    [Fact]
    public async Task Token_SignedWithAPublicKeyAsSecret_IsInvalid()
    {
        var secret = new SymmetricSecurityKey(Encoding.ASCII.GetBytes(Convert.ToBase64String(_key.Rsa.ExportSubjectPublicKeyInfo()))) { KeyId = "k1" };
        Assert.Equal("token-invalid", (await VerifyAsync(_issuer.Sign(secret, SecurityAlgorithms.HmacSha256, Inspector))).Fault);
    }

    [Fact]
    public async Task Keys_AskedByManyTokens_AreFetchedOnce()
    {
        for (var i = 0; i < 20; i++) Assert.NotNull((await VerifyAsync(_issuer.Sign(_key, SecurityAlgorithms.RsaSha256, Inspector))).Caller);
        Assert.Equal(1, _issuer.Asked);
    }

    [Fact]
    public async Task Token_WithAKeyPublishedSince_IsBelievedOnceTheKeysAreAskedForAgain()
    {
        Assert.NotNull((await VerifyAsync(_issuer.Sign(_key, SecurityAlgorithms.RsaSha256, Inspector))).Caller);
        var next = _issuer.NewKey("k2");
        var token = _issuer.Sign(next, SecurityAlgorithms.RsaSha256, Inspector);
        // The library fetches behind the caller's back: the first answers may still go by the old keys.
        var verdict = await VerifyAsync(token);
        for (var attempt = 0; verdict.Caller is null && attempt < 100; attempt++)
        {
            await Task.Delay(50);
            verdict = await VerifyAsync(token);
        }

        Assert.NotNull(verdict.Caller);
        Assert.Equal(2, _issuer.Asked);
    }

    [Fact]
    public async Task Token_WithAKeyThatIsNotTheIssuers_IsInvalidAndDoesNotMakeUsAskEachTime()
    {
        var stranger = _issuer.NewKey("stranger", published: false);
        for (var i = 0; i < 20; i++) Assert.Equal("token-invalid", (await VerifyAsync(_issuer.Sign(stranger, SecurityAlgorithms.RsaSha256, Inspector))).Fault);
        Assert.InRange(_issuer.Asked, 1, 2);
    }

    [Fact]
    public async Task Token_WhileTheIssuerIsSilent_IsNeitherBelievedNorRefused()
    {
        _issuer.Silent = true;
        await Assert.ThrowsAsync<IssuerUnreachableException>(() => VerifyAsync(_issuer.Sign(_key, SecurityAlgorithms.RsaSha256, Inspector)));
    }

    [Theory]
    [InlineData("https://issuer.example", "a", true)]
    [InlineData("http://127.0.0.1:5000", "a", true)]
    [InlineData(null, null, true)]
    [InlineData("http://issuer.example", "a", false)]
    [InlineData("issuer.example", "a", false)]
    [InlineData("https://issuer.example", null, false)]
    [InlineData(null, "a", false)]
    public void IssuerOptions_ByTheirRules_AreAcceptedOrRefused(string? issuer, string? audience, bool accepted)
    {
        var options = new IssuerOptions { Issuer = issuer, Audience = audience };
        Assert.Equal(accepted, Validator.TryValidateObject(options, new ValidationContext(options), null, validateAllProperties: true));
    }
}
