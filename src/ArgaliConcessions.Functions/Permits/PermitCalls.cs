using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Life;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>A call in the words of the permits' use cases.</summary>
internal static class PermitCalls
{
    public const int LongestReason = 1000;

    /// <summary>Whose permits the caller may see: a holder those of its own concessions.</summary>
    public static Viewer Viewer(this Call call) =>
        call.Caller.Role == Role.Holder ? new Viewer(call.Caller.Concessions) : Application.Permits.Viewer.Everything;

    /// <summary>The request's idempotency key, within caller and route.</summary>
    public static RequestKey RequestKey(this Call call, string route) =>
        Application.Permits.RequestKey.Of(call.Caller.Subject, route, call.IdempotencyKey!, call.Body.Sha256);

    /// <summary>The key of a change of a permit: the same however the caller writes the permit's number.</summary>
    public static RequestKey ChangeKey(this Call call, string number, PermitAction action) =>
        call.RequestKey($"permits/{PermitNumber.Read(number).Number?.ToString() ?? number}/{action}");

    /// <summary>Who may, by the table of lawful changes.</summary>
    public static Access AccessOf(PermitAction action) =>
        PermitStates.Of(action).By.Aggregate(Access.Nobody, (access, role) => access | Enum.Parse<Access>(role, ignoreCase: true));

    /// <summary>The answer to a request that made or changed a permit; the same again is answered byte for byte alike.</summary>
    public static IResult Made(this Call call, Outcome<PermitAnswer> outcome) =>
        Answers.From(call, outcome, answer => PermitView.Of(answer, call.Texts), answer => $"permits/{answer.Permit.Number}");
}
