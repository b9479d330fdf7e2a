using ArgaliConcessions.Application;
using ArgaliConcessions.Functions.Service;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Http.Responses;

/// <summary>The answers that functions give.</summary>
public static class Answers
{
    /// <summary>200 with a JSON body; 304 when the caller of a GET already holds this ETag (given without quotes).</summary>
    public static IResult Ok(Call call, object body, string? etag = null) =>
        IsHeld(call, etag) ? new NotModified(etag!) : new JsonAnswer(StatusCodes.Status200OK, body, etag);

    /// <summary>As <see cref="From"/>, of something that also moves without its tag: the tag is for changing it, never for 304.</summary>
    public static IResult FreshFrom<T>(Call call, Outcome<T> outcome, Func<T, object> body) =>
        outcome is Outcome<T>.Done done ? new JsonAnswer(StatusCodes.Status200OK, body(done.Value), done.ETag) : From(call, outcome, body);

    /// <summary>201 with the new thing and its address, a route below the prefix: <c>concessions/demo-north</c>.</summary>
    public static IResult Created(Call call, string route, object body, string? etag = null) =>
        new JsonAnswer(StatusCodes.Status201Created, body, etag, call.Address(route));

    /// <summary>202: the work goes on; its progress is at the route.</summary>
    public static IResult Accepted(Call call, string route, object body) =>
        new JsonAnswer(StatusCodes.Status202Accepted, body, null, call.Address(route));

    /// <summary>A self-contained page that loads nothing from anywhere.</summary>
    public static IResult Html(Call call, string page, string? etag = null) =>
        IsHeld(call, etag) ? new NotModified(etag!) : new PageAnswer(page, etag);

    /// <summary>A page that is kept as a file: it must say all it has to say without the service.</summary>
    public static IResult HtmlFile(string fileName, string page) => new PageAnswer(page, null) { FileName = fileName };

    /// <summary>A page that is written as it is made, for reports of any length.</summary>
    public static IResult Html(Func<TextWriter, CancellationToken, Task> write) =>
        new StreamAnswer("text/html; charset=utf-8", write) { Policy = PageAnswer.Policy };

    /// <summary>A table with a byte order mark, written as it is made, offered under a file name.</summary>
    public static IResult Csv(string fileName, Func<TextWriter, CancellationToken, Task> write) =>
        new StreamAnswer("text/csv; charset=utf-8", write) { FileName = fileName, ByteOrderMark = true };

    /// <summary>A file that is written as it is made, offered under a name (ASCII, without quotes).</summary>
    internal static IResult File(string mediaType, string fileName, Func<HeldStream, CancellationToken, Task> write) => new FileAnswer(mediaType, fileName, write);

    /// <summary>JSON or GeoJSON that is written as it is made.</summary>
    public static IResult Stream(string mediaType, Func<System.Text.Json.Utf8JsonWriter, CancellationToken, Task> write, string? etag = null) =>
        new JsonStreamAnswer(mediaType, write, etag);

    /// <summary>200, or 503 with the same body when the store is silent: what a load balancer looks at.</summary>
    internal static IResult Health(HealthAnswer health) =>
        new JsonAnswer(health.Status == HealthStatus.Down ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK, health, null);

    public static IResult Problem(Problem problem) => new ProblemAnswer(problem);

    /// <summary>404 with a code of its own: <c>permit</c> gives <c>permit-not-found</c>.</summary>
    public static IResult NotFound(string what) => new ProblemAnswer(new Problem(StatusCodes.Status404NotFound, $"{what}-not-found"));

    /// <summary>403: the thing belongs to a concession that is not the holder's own.</summary>
    public static IResult NotYours() => new ProblemAnswer(new Problem(StatusCodes.Status403Forbidden, "not-your-concession"));

    /// <summary>What a use case answered: its body by <paramref name="body"/> with 200, or 201 with the address; or the problem.</summary>
    /// <param name="route">The address of a new thing, a route below the prefix.</param>
    public static IResult From<T>(Call call, Outcome<T> outcome, Func<T, object> body, Func<T, string>? route = null) => outcome switch
    {
        Outcome<T>.Done { Created: true } done when route is not null => Created(call, route(done.Value), body(done.Value), done.ETag),
        Outcome<T>.Done done => Ok(call, body(done.Value), done.ETag),
        Outcome<T>.Refused refused => new ProblemAnswer(Responses.Problem.Of(refused.Refusal)),
        _ => throw new InvalidOperationException("An outcome is done or refused."),
    };

    private static bool IsHeld(Call call, string? etag) => etag is not null && HttpMethods.IsGet(call.Request.Method) && call.Conditions.Holds(etag);
}
