using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Http.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace ArgaliConcessions.Functions.Links;

/// <summary>Signed links: a report for someone who has a browser and no token.</summary>
public sealed class LinkFunctions(Endpoint endpoint, LinkSigner signer, PublicAddress address, TimeProvider time)
{
    /// <summary>A link lives at most thirty days.</summary>
    private const int MaxHours = 720;

    private const int DefaultHours = 72;

    /// <summary><c>POST /links</c>: <c>{"report": "latest" or a run's id, "hours": 72}</c>.</summary>
    [Function("CreateLink")]
    public Task Create([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "links")] HttpRequest request) =>
        endpoint.RunAsync(request, Access.Authority, (call, _) => call.ReadAsync(
            body => (Report: ReportOf(body), Hours: body.IntOrNull("hours", 1, MaxHours) ?? DefaultHours),
            asked => Task.FromResult(Answer(call, asked.Report, asked.Hours))));

    private static string ReportOf(BodyReader body)
    {
        var report = body.Text("report", 80);
        if (!report.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) body.Fault("report", "bad-id");
        return report;
    }

    private IResult Answer(Call call, string report, int hours)
    {
        var route = $"compliance/reports/{report}";
        var expires = time.GetUtcNow().AddHours(hours);
        var url = $"{address.Of(call, route)}?link={signer.Sign(call.Address(route), expires)}";
        return Answers.Created(call, route, new { url, expires = Instant.FromDateTimeOffset(expires) });
    }
}
