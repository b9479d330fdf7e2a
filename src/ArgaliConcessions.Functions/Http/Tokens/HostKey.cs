using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ArgaliConcessions.Functions.Http.Tokens;

/// <summary>
/// The deployment's own P-256 key: signs links (and, on the local host, tokens), and is the source of the secrets
/// that seal cursors. Whoever runs the host makes and keeps it.
/// </summary>
public sealed class HostKey : IDisposable
{
    private readonly ECDsa _ecdsa;
    private readonly byte[] _seed;
    private readonly IReadOnlyList<HostKey> _previous;

    /// <param name="ecdsa">A P-256 key with its private part; owned by this object from now on.</param>
    /// <param name="previous">Keys of before, whose signatures still hold; owned too. None when null.</param>
    /// <exception cref="ArgumentException">The key is on another curve.</exception>
    public HostKey(ECDsa ecdsa, IReadOnlyList<HostKey>? previous = null)
    {
        _previous = previous ?? [];
        if (ecdsa.KeySize != 256 || ecdsa.ExportParameters(includePrivateParameters: false).Curve.Oid.Value != ECCurve.NamedCurves.nistP256.Oid.Value) throw new ArgumentException("The host's key must be a P-256 key.", nameof(ecdsa));
        _ecdsa = ecdsa;
        _seed = ecdsa.ExportParameters(includePrivateParameters: true).D!;
        // The library's cache goes by the key's id, which a host started again in the same process shares with a key disposed since.
        Key = new ECDsaSecurityKey(ecdsa) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } };
        Key.KeyId = Base64UrlEncoder.Encode(Key.ComputeJwkThumbprint());
    }

    public ECDsaSecurityKey Key { get; }

    /// <summary>The keys whose signatures hold: this one first, then those of before.</summary>
    public IEnumerable<HostKey> Verifying => [this, .. _previous];

    /// <summary>32 bytes that only this key's owner can know, different for each purpose (HKDF-SHA256, RFC 5869).</summary>
    public byte[] Secret(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _seed, 32, info: Encoding.UTF8.GetBytes(purpose));

    /// <summary>Signs a token with ES256.</summary>
    public string Sign(SecurityTokenDescriptor token)
    {
        token.SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.EcdsaSha256);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_seed);
        _ecdsa.Dispose();
        foreach (var key in _previous) key.Dispose();
    }
}
