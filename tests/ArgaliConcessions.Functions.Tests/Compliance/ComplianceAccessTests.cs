using System.Net;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Compliance;

public sealed class ComplianceAccessTests(LocalHost host) : IClassFixture<LocalHost>
{
    [Theory]
    [InlineData("GET", "compliance/findings", "inspector")]
    [InlineData("GET", "compliance/reports/latest", "inspector")]
    [InlineData("GET", "compliance/reports/latest", "holder")]
    [InlineData("GET", "jobs/x", "auditor")]
    [InlineData("POST", "compliance/runs", "auditor")]
    [InlineData("POST", "compliance/runs", "holder")]
    [InlineData("POST", "compliance/findings/x/waiver", "auditor")]
    [InlineData("POST", "compliance/findings/x/waiver", "inspector")]
    public async Task Route_CalledByAnother_IsForbidden(string method, string route, string role)
    {
        var client = role switch { "auditor" => host.Auditor, "inspector" => host.Inspector, _ => host.Holder("demo-north") };
        var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), route));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Anonymous.SendAsync(new HttpRequestMessage(new HttpMethod(method), route))).StatusCode);
    }
}
