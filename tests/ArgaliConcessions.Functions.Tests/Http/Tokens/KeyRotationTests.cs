using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Http.Tokens;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Functions.Tests.Http.Tokens;

/// <summary>A new signing key: what the old one has signed holds as long as it is among the keys of before.</summary>
public sealed class KeyRotationTests
{
    private static readonly ManualTime Time = new();
    private readonly string _old = NewPem();
    private readonly string _new = NewPem();

    [Fact]
    public async Task Link_OfTheKeyBefore_OpensWhileThatKeyIsKept()
    {
        using var before = PemKeys.ReadCurrent(_old, null);
        var link = new LinkSigner(before, Time).Sign("/api/report", Time.GetUtcNow().AddHours(1));

        using var kept = PemKeys.ReadCurrent(_new, _old);
        using var dropped = PemKeys.ReadCurrent(_new, null);
        Assert.Null(await new LinkSigner(kept, Time).CheckAsync(link, "/api/report"));
        Assert.Equal("link-invalid", await new LinkSigner(dropped, Time).CheckAsync(link, "/api/report"));
    }

    [Fact]
    public async Task Link_OfTheNewKey_OpensOnInstancesThatStillSignWithTheOldOne()
    {
        using var ahead = PemKeys.ReadCurrent(_new, _old);
        using var behind = PemKeys.ReadCurrent(_old, _new);
        var link = new LinkSigner(ahead, Time).Sign("/api/report", Time.GetUtcNow().AddHours(1));
        Assert.Null(await new LinkSigner(behind, Time).CheckAsync(link, "/api/report"));
    }

    [Fact]
    public void Cursor_OfTheKeyBefore_OpensWhileThatKeyIsKept()
    {
        using var before = PemKeys.ReadCurrent(_old, null);
        var cursor = new Paging(before).Seal("p/00007", "permits");
        using var kept = PemKeys.ReadCurrent(_new, _old + "\n" + NewPem());
        using var dropped = PemKeys.ReadCurrent(_new, NewPem());
        Assert.Equal("p/00007", new Paging(kept).Open(cursor, "permits"));
        Assert.Null(new Paging(dropped).Open(cursor, "permits"));
    }

    [Fact]
    public async Task Token_OfTheKeyBefore_IsBelievedWhileThatKeyIsKept()
    {
        using var before = PemKeys.ReadCurrent(_old, null);
        var token = new TokenIssuer(before, Time).Issue(Role.Auditor, []);
        using var kept = PemKeys.ReadCurrent(_new, _old);
        Assert.Equal(Role.Auditor, (await new TokenVerifier(new OwnTokenKeys(kept), Time).VerifyAsync(token, default)).Caller?.Role);
    }

    [Fact]
    public void Key_WithoutLineEnds_IsRead()
    {
        using var one = PemKeys.ReadCurrent(_old, null);
        using var other = PemKeys.ReadCurrent(_old.ReplaceLineEndings(""), _new.ReplaceLineEndings("") + " " + NewPem().ReplaceLineEndings(" "));
        Assert.Equal(one.Key.KeyId, other.Key.KeyId);
        Assert.Equal(3, other.Verifying.Count());
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("no key", null)]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/signing-key)", null)]
    [InlineData("good", "no key")]
    [InlineData("good", "@Microsoft.KeyVault(VaultName=kv;SecretName=previous)")]
    [InlineData("rsa", null)]
    [InlineData("p384", null)]
    [InlineData("public", null)]
    [InlineData("cut", null)]
    [InlineData("two", null)]
    public void SigningOptions_WithSomethingElse_AreRefused(string key, string? previous)
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);
        var pem = key switch
        {
            "good" => _old,
            "rsa" => rsa.ExportPkcs8PrivateKeyPem(),
            "p384" => p384.ExportPkcs8PrivateKeyPem(),
            "public" => ecdsa.ExportSubjectPublicKeyInfoPem(),
            "cut" => _old[..^40],
            "two" => _old + "\n" + _new,
            var text => text,
        };
        var options = new SigningOptions { Key = pem, PreviousKeys = previous };
        Assert.False(Validator.TryValidateObject(options, new ValidationContext(options), null, validateAllProperties: true));
    }

    private static string NewPem()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return ecdsa.ExportPkcs8PrivateKeyPem();
    }
}
