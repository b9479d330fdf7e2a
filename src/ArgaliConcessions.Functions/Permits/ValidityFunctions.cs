using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Permits.Validity;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>Is this permit valid, here and now?</summary>
public sealed class ValidityFunctions(Endpoint endpoint, CheckValidity check)
{
    /// <summary>By our number; or by the paper's, with <c>-</c> in the place of ours: <c>permits/-/validity?paper=AA-0007</c>.</summary>
    [Function("CheckValidity")]
    public Task Check([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "permits/{number}/validity")] HttpRequest request, string number) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(query => Read(query, number), asked => asked.Paper is { } paper
            ? OfPaperAsync(call, paper, asked.Question, token)
            : OfNumberAsync(call, number, asked.Question, token)));

    private async Task<IResult> OfNumberAsync(Call call, string number, ValidityQuestion question, CancellationToken cancellationToken) =>
        Answers.From(call, await check.OfNumberAsync(number, question, call.Viewer(), cancellationToken), view => VerdictAnswer.Of(view, call.Texts));

    private async Task<IResult> OfPaperAsync(Call call, string paper, ValidityQuestion question, CancellationToken cancellationToken)
    {
        var views = await check.OfPaperAsync(paper, question, call.Viewer(), cancellationToken);
        return Answers.From(call, views, found => new PaperVerdicts(paper, [.. found.Select(view => VerdictAnswer.Of(view, call.Texts))]));
    }

    private static (ValidityQuestion Question, string? Paper) Read(QueryReader query, string number)
    {
        var paper = query.Text("paper", 80);
        if (paper is not null && number != "-") query.Fault("paper", "number-and-paper");
        if (query.Has("at") && query.Has("on")) query.Fault("on", "at-and-on");
        return (new ValidityQuestion(query.Instant("at"), query.On, Position(query), query.KnownAt), paper);
    }

    private static GeoPosition? Position(QueryReader query)
    {
        var (lon, lat, accuracy) = (query.Number("lon", -180, 180), query.Number("lat", -90, 90), query.Number("accuracy", 0, 100_000));
        if (!query.Has("lon") && !query.Has("lat")) return null;
        return new GeoPosition(query.Required("lon", lon), query.Required("lat", lat), accuracy);
    }
}

/// <summary>A paper number may lead to several permits.</summary>
internal sealed record PaperVerdicts(string Paper, IReadOnlyList<VerdictAnswer> Verdicts);
