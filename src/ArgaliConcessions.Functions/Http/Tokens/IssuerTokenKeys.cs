using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ArgaliConcessions.Functions.Http.Tokens;

/// <summary>
/// Believes an external issuer, by the keys that it publishes (OpenID Connect Discovery 1.0). They are fetched at the first
/// request that needs them, kept for hours, and fetched again when a token names a key that is not among them.
/// </summary>
public sealed class IssuerTokenKeys : ITokenKeys, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly HttpClient _http = new() { Timeout = Patience, MaxResponseContentBufferSize = 1024 * 1024 };
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _published;

    public IssuerTokenKeys(IssuerOptions options)
    {
        Issuer = options.Issuer ?? throw new ArgumentException("There is no issuer.", nameof(options));
        Audience = options.Audience ?? throw new ArgumentException("There is no audience.", nameof(options));
        var retriever = new HttpDocumentRetriever(_http) { RequireHttps = !new Uri(Issuer).IsLoopback };
        _published = new ConfigurationManager<OpenIdConnectConfiguration>(
            $"{Issuer.TrimEnd('/')}/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), retriever);
    }

    public string Issuer { get; }

    public string Audience { get; }

    // Public keys only: an algorithm with a shared secret would make everybody a signer.
    public IReadOnlyCollection<string> Algorithms { get; } = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256];

    /// <exception cref="IssuerUnreachableException">The issuer does not answer, and no keys are at hand.</exception>
    public async ValueTask<IReadOnlyCollection<SecurityKey>> KeysAsync(CancellationToken cancellationToken)
    {
        try
        {
            return [.. (await _published.GetConfigurationAsync(cancellationToken)).SigningKeys];
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException or HttpRequestException)
        {
            throw new IssuerUnreachableException(Issuer, fault);
        }
    }

    public void Renew() => _published.RequestRefresh();

    public void Dispose() => _http.Dispose();
}

/// <summary>Nobody can be let in: the keys of the issuer cannot be had.</summary>
public sealed class IssuerUnreachableException(string issuer, Exception cause) : Exception($"The issuer {issuer} does not answer.", cause);
