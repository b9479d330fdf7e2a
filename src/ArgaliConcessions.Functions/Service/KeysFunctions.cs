using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Http.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.IdentityModel.Tokens;

namespace ArgaliConcessions.Functions.Service;

/// <summary><c>GET /keys</c>: the public parts of the host's keys as a JWK set (RFC 7517), for whoever verifies what they signed; the one that signs now comes first.</summary>
public sealed class KeysFunctions(Endpoint endpoint, HostKey key)
{
    [Function("Keys")]
    public Task Keys([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "keys")] HttpRequest request) =>
        endpoint.RunAsync(request, Access.Public, (call, _) => Task.FromResult(Answers.Ok(call, new KeySet([.. key.Verifying.Select(k => Public(k.Key))]), string.Join('.', key.Verifying.Select(k => k.Key.KeyId)))));

    private static PublicKey Public(ECDsaSecurityKey key)
    {
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(key);
        return new PublicKey(jwk.Kty, jwk.Crv, jwk.X, jwk.Y, key.KeyId, "sig", SecurityAlgorithms.EcdsaSha256);
    }

    private sealed record KeySet(IReadOnlyList<PublicKey> Keys);

    // Written member by member: a converter's whole key could one day carry its private part.
    private sealed record PublicKey(string Kty, string Crv, string X, string Y, string Kid, string Use, string Alg);
}
