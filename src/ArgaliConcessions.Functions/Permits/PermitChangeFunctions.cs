using ArgaliConcessions.Application.Permits.Life;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>What the authority decides about a permit that has been issued.</summary>
public sealed class PermitChangeFunctions(Endpoint endpoint, ChangePermit change)
{
    private const int LongestReason = 1000;

    [Function("SuspendPermit")]
    public Task Suspend([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "permits/{number}/suspension")] HttpRequest request, string number) =>
        RunAsync(request, number, PermitAction.Suspension);

    [Function("ReinstatePermit")]
    public Task Reinstate([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "permits/{number}/reinstatement")] HttpRequest request, string number) =>
        RunAsync(request, number, PermitAction.Reinstatement);

    [Function("RevokePermit")]
    public Task Revoke([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "permits/{number}/revocation")] HttpRequest request, string number) =>
        RunAsync(request, number, PermitAction.Revocation);

    [Function("ReplacePermitPaper")]
    public Task Replace([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "permits/{number}/replacement")] HttpRequest request, string number) =>
        RunAsync(request, number, PermitAction.Replacement);

    private Task RunAsync(HttpRequest request, string number, PermitAction action) =>
        endpoint.RunAsync(request, Access.Authority, Intake.Creation, (call, token) => call.ReadAsync(body => Read(body, action), async asked => Answers.From(
            call, await change.RunAsync(number, asked, call.RequestKey($"permits/{number}/{action}"), call.Actor(), token),
            answer => PermitView.Of(answer, call.Texts), answer => $"permits/{answer.Permit.Number}")));

    private static PermitChange Read(BodyReader body, PermitAction action) => new(
        action, body.Text("reason", LongestReason), body.DateOrNull("from"), action == PermitAction.Replacement ? body.Paper("paper") : null);
}
