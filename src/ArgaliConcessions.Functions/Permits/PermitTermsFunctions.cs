using ArgaliConcessions.Application.Permits.Life;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>What a permit says and bears, changed after it was issued. Both count from today: the paper in the hunter's hand said otherwise before.</summary>
public sealed class PermitTermsFunctions(Endpoint endpoint, AmendPermit amend, ReplaceTag replace)
{
    [Function("AmendPermit")]
    public Task Amend([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "permits/{number}/amendment")] HttpRequest request, string number) =>
        endpoint.RunAsync(request, PermitCalls.AccessOf(PermitAction.Amendment), Intake.Creation, (call, token) => call.ReadAsync(IssueWire.ReadAmendment, async asked =>
            call.Made(await amend.RunAsync(number, asked, call.Viewer(), call.ChangeKey(number, PermitAction.Amendment), call.Actor(), token))));

    [Function("ReplacePermitTag")]
    public Task ReplaceTag([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "permits/{number}/tag")] HttpRequest request, string number) =>
        endpoint.RunAsync(request, PermitCalls.AccessOf(PermitAction.TagReplacement), Intake.Creation, (call, token) => call.ReadAsync(ReadTag, async asked =>
            call.Made(await replace.RunAsync(
                number, asked.Tag, asked.Reason, call.Viewer(), call.ChangeKey(number, PermitAction.TagReplacement), call.Actor(), token))));

    private static (string Tag, string Reason) ReadTag(BodyReader body) =>
        (body.MarkOrNull("tag", IssueWire.LongestTag) ?? body.Text("tag", IssueWire.LongestTag), body.Text("reason", PermitCalls.LongestReason));
}
