using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Permits.Validity;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Functions.Compliance.Reports;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Pages.Verdict;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>Is this permit valid, here and now?</summary>
public sealed class ValidityFunctions(Endpoint endpoint, CheckValidity check)
{
    /// <summary>By our number; or by the paper's, with <c>-</c> in the place of ours: <c>permits/-/validity?paper=AA-0007</c>.</summary>
    [Function("CheckValidity")]
    public Task Check([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "permits/{number}/validity")] HttpRequest request, string number) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(query => Read(query, number, call.Request), asked => asked.Paper is { } paper
            ? OfPaperAsync(call, paper, asked.Question, asked.AsPage, token)
            : OfNumberAsync(call, number, asked.Question, asked.AsPage, token)));

    private async Task<IResult> OfNumberAsync(Call call, string number, ValidityQuestion question, bool asPage, CancellationToken cancellationToken)
    {
        var outcome = await check.OfNumberAsync(number, question, call.Viewer(), cancellationToken);
        return asPage && outcome is Outcome<VerdictView>.Done { Value: var view }
            ? Answers.Html(call, VerdictPage.Render([view], call.Texts))
            : Answers.From(call, outcome, found => VerdictAnswer.Of(found, call.Texts));
    }

    private async Task<IResult> OfPaperAsync(Call call, string paper, ValidityQuestion question, bool asPage, CancellationToken cancellationToken)
    {
        var outcome = await check.OfPaperAsync(paper, question, call.Viewer(), cancellationToken);
        return asPage && outcome is Outcome<IReadOnlyList<VerdictView>>.Done { Value: var views }
            ? Answers.Html(call, VerdictPage.Render(views, call.Texts))
            : Answers.From(call, outcome, found => new PaperVerdicts(paper, [.. found.Select(view => VerdictAnswer.Of(view, call.Texts))]));
    }

    private static (ValidityQuestion Question, string? Paper, bool AsPage) Read(QueryReader query, string number, HttpRequest request)
    {
        var paper = query.Text("paper", 80);
        if (paper is not null && number != "-") query.Fault("paper", "number-and-paper");
        if (query.Has("at") && query.Has("on")) query.Fault("on", "at-and-on");
        return (new ValidityQuestion(query.Instant("at"), query.On, Position(query), query.KnownAt), paper, AsPage(query, request));
    }

    /// <summary>A browser gets the page, a program JSON, unless <c>format</c> says otherwise.</summary>
    private static bool AsPage(QueryReader query, HttpRequest request) =>
        query.OneOf<VerdictFormat>("format") is { } format ? format == VerdictFormat.Html : AcceptedFormat.Of(request) == ReportFormat.Html;

    private static GeoPosition? Position(QueryReader query)
    {
        var (lon, lat, accuracy) = (query.Number("lon", -180, 180), query.Number("lat", -90, 90), query.Number("accuracy", 0, 100_000));
        if (!query.Has("lon") && !query.Has("lat")) return null;
        return new GeoPosition(query.Required("lon", lon), query.Required("lat", lat), accuracy);
    }
}

/// <summary>The forms of a verdict.</summary>
internal enum VerdictFormat { Html, Json }

/// <summary>A paper number may lead to several permits.</summary>
internal sealed record PaperVerdicts(string Paper, IReadOnlyList<VerdictAnswer> Verdicts);
