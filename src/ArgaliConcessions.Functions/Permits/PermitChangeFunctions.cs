using ArgaliConcessions.Application.Permits.Life;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>What is decided about a permit that has been issued; who may is told by the table of lawful changes.</summary>
public sealed class PermitChangeFunctions(Endpoint endpoint, ChangePermit change)
{
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

    [Function("ReturnPermit")]
    public Task Return([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "permits/{number}/return")] HttpRequest request, string number) =>
        RunAsync(request, number, PermitAction.Return);

    [Function("ClosePermit")]
    public Task Close([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "permits/{number}/closure")] HttpRequest request, string number) =>
        RunAsync(request, number, PermitAction.Closure);

    private Task RunAsync(HttpRequest request, string number, PermitAction action) =>
        endpoint.RunAsync(request, PermitCalls.AccessOf(action), Intake.Creation, (call, token) => call.ReadAsync(body => Read(body, action), async asked =>
            call.Made(await change.RunAsync(number, asked, call.Viewer(), call.ChangeKey(number, action), call.Actor(), token))));

    private static PermitChange Read(BodyReader body, PermitAction action) => new(
        action, body.Text("reason", PermitCalls.LongestReason), body.DateOrNull("from"), action == PermitAction.Replacement ? body.Paper("paper") : null);
}
