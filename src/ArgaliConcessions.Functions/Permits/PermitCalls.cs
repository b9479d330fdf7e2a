using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Functions.Http;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>A call in the words of the permits' use cases.</summary>
internal static class PermitCalls
{
    /// <summary>Whose permits the caller may see: a holder those of its own concessions.</summary>
    public static Viewer Viewer(this Call call) =>
        call.Caller.Role == Role.Holder ? new Viewer(call.Caller.Concessions) : Application.Permits.Viewer.Everything;

    /// <summary>The request's idempotency key, within caller and route.</summary>
    public static RequestKey RequestKey(this Call call, string route) =>
        Application.Permits.RequestKey.Of(call.Caller.Subject, route, call.IdempotencyKey!, call.Body.Sha256);
}
