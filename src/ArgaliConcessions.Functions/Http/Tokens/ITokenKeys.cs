using Microsoft.IdentityModel.Tokens;

namespace ArgaliConcessions.Functions.Http.Tokens;

/// <summary>Whose tokens are believed. The local host believes its own key; an external issuer publishes its keys.</summary>
public interface ITokenKeys
{
    /// <summary>The only <c>iss</c> that is accepted.</summary>
    string Issuer { get; }

    /// <summary>The only <c>aud</c> that is accepted.</summary>
    string Audience { get; }

    /// <summary>The signature algorithms that are accepted (RFC 7518), none with a shared secret.</summary>
    IReadOnlyCollection<string> Algorithms { get; }

    /// <summary>The public keys in force; an implementation caches them. Never empty.</summary>
    ValueTask<IReadOnlyCollection<SecurityKey>> KeysAsync(CancellationToken cancellationToken);

    /// <summary>A token named a key that is not among them: they are asked for again, though not at every such token.</summary>
    void Renew();
}

/// <summary>Believes the tokens that the host's own key has signed.</summary>
public sealed class OwnTokenKeys(HostKey key) : ITokenKeys
{
    public const string OwnIssuer = "argali-concessions";

    public string Issuer => OwnIssuer;

    public string Audience => "argali-concessions-api";

    // Naming the one algorithm shuts out "none" and a public key abused as an HMAC secret.
    public IReadOnlyCollection<string> Algorithms { get; } = [SecurityAlgorithms.EcdsaSha256];

    public ValueTask<IReadOnlyCollection<SecurityKey>> KeysAsync(CancellationToken cancellationToken) => new([.. key.Verifying.Select(k => k.Key)]);

    public void Renew()
    {
        // The host's own keys do not change while it runs.
    }
}
