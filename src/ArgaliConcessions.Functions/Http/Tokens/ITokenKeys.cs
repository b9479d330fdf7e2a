using Microsoft.IdentityModel.Tokens;

namespace ArgaliConcessions.Functions.Http.Tokens;

/// <summary>Whose tokens are believed. The local host believes its own key; an external issuer publishes its keys.</summary>
public interface ITokenKeys
{
    /// <summary>The only <c>iss</c> that is accepted.</summary>
    string Issuer { get; }

    /// <summary>The only <c>aud</c> that is accepted.</summary>
    string Audience { get; }

    /// <summary>The public keys in force; an implementation caches them. Never empty.</summary>
    ValueTask<IReadOnlyCollection<SecurityKey>> KeysAsync(CancellationToken cancellationToken);
}

/// <summary>Believes the tokens that the host's own key has signed.</summary>
public sealed class OwnTokenKeys(HostKey key) : ITokenKeys
{
    public const string OwnIssuer = "argali-concessions";

    public string Issuer => OwnIssuer;

    public string Audience => "argali-concessions-api";

    public ValueTask<IReadOnlyCollection<SecurityKey>> KeysAsync(CancellationToken cancellationToken) => new([key.Key]);
}
