using System.Net;
using System.Security.Cryptography;
using ArgaliConcessions.Functions.Http.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ArgaliConcessions.Functions.Tests.Http.Tokens;

/// <summary>An OpenID Connect issuer on this machine: publishes its keys by discovery, and signs whatever a test wants.</summary>
public sealed class FakeIssuer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<SecurityKey> _published = [];

    private FakeIssuer(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>How often its keys were asked for.</summary>
    public int Asked { get; private set; }

    public bool Silent { get; set; }

    public IssuerOptions Options => new() { Issuer = Address, Audience = "argali-test" };

    public static async Task<FakeIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var issuer = new FakeIssuer(builder.Build());
        issuer._app.MapGet("/.well-known/openid-configuration", () => issuer.Silent ? Results.StatusCode(503) : Results.Json(new { issuer = issuer.Address, jwks_uri = $"{issuer.Address}/keys" }));
        issuer._app.MapGet("/keys", issuer.Keys);
        await issuer._app.StartAsync();
        return issuer;
    }

    /// <summary>A key, published unless it is to be kept back.</summary>
    public RsaSecurityKey NewKey(string id, bool published = true)
    {
        var key = new RsaSecurityKey(RSA.Create(2048)) { KeyId = id };
        if (published) _published.Add(key);
        return key;
    }

    public void Publish(SecurityKey key) => _published.Add(key);

    /// <summary>A token with these claims beside issuer, audience, subject and expiry.</summary>
    public string Sign(SecurityKey key, string algorithm, Dictionary<string, object> claims, string audience = "argali-test", string? issuer = null) =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Address,
            Audience = audience,
            Expires = DateTime.UtcNow.AddHours(1),
            Claims = new Dictionary<string, object>(claims) { ["sub"] = "someone" },
            SigningCredentials = new SigningCredentials(key, algorithm),
        });

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private IResult Keys()
    {
        Asked++;
        return Results.Json(new
        {
            keys = _published.Cast<RsaSecurityKey>().Select(k => JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(k.Rsa.ExportParameters(false)) { KeyId = k.KeyId }))
                .Select(k => new { kty = k.Kty, use = "sig", kid = k.Kid, n = k.N, e = k.E }),
        });
    }
}
