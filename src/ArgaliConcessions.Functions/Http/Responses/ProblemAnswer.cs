using System.Globalization;
using System.Text.Json;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Wording;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Http.Responses;

/// <summary>Writes a problem as <c>application/problem+json</c> in the caller's language.</summary>
public sealed class ProblemAnswer(Problem problem) : IResult
{
    public Problem Problem => problem;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = problem.Status;
        response.ContentType = "application/problem+json; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        if (problem.RetryAfter is { } wait) response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (problem.Allow.Count > 0) response.Headers.Allow = string.Join(", ", problem.Allow);
        if (problem.Challenge is { } challenge) response.Headers.WWWAuthenticate = challenge;
        var body = Write(httpContext.Request, AnswerTexts.Of(httpContext).Texts);
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    private ReadOnlyMemory<byte> Write(HttpRequest request, Texts texts)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Json.Writing);
        writer.WriteStartObject();
        writer.WriteString("type", $"/problems/{problem.Code}");
        writer.WriteString("title", texts.Format($"refusal.{problem.Code}", problem.Args));
        writer.WriteNumber("status", problem.Status);
        if (Detail(texts) is { } detail) writer.WriteString("detail", detail);
        writer.WriteString("instance", request.Path.ToUriComponent());
        writer.WriteString("code", problem.Code);
        writer.WriteString("requestId", HeaderReader.RequestId(request));
        if (problem.Reasons.Count > 0) WriteReasons(writer, texts);
        WriteErrors(writer, texts);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>What is said below the title; null when that says it all.</summary>
    internal string? Detail(Texts texts)
    {
        var key = $"refusal.{problem.Code}.detail";
        if (texts.Has(key)) return texts.Format(key, problem.Args);
        var sentences = problem.Reasons.Select(r => ReasonText.Of(r, texts)).Concat(problem.Faults.Select(f => FaultText(f, texts)).Distinct(StringComparer.Ordinal).Take(3));
        var detail = string.Join(" ", sentences);
        return detail.Length > 0 ? detail : null;
    }

    private void WriteReasons(Utf8JsonWriter writer, Texts texts)
    {
        writer.WriteStartArray("reasons");
        foreach (var reason in problem.Reasons) ReasonText.Write(writer, reason, texts);
        writer.WriteEndArray();
    }

    // Reasons that name a field are errors of that field as well: a form shows them beside it.
    private void WriteErrors(Utf8JsonWriter writer, Texts texts)
    {
        var placed = problem.Reasons.Where(r => r.Pointer is not null).ToArray();
        if (problem.Faults.Count + placed.Length == 0) return;
        writer.WriteStartArray("errors");
        foreach (var fault in problem.Faults) WriteError(writer, fault, FaultText(fault, texts));
        foreach (var reason in placed) WriteError(writer, new Fault(reason.Pointer, null, reason.Code, Problem.NoArgs), ReasonText.Of(reason, texts));
        writer.WriteEndArray();
    }

    private static void WriteError(Utf8JsonWriter writer, Fault fault, string detail)
    {
        writer.WriteStartObject();
        if (fault.Pointer is not null) writer.WriteString("pointer", fault.Pointer);
        if (fault.Parameter is not null) writer.WriteString("parameter", fault.Parameter);
        if (fault.Sheet is not null) writer.WriteString("sheet", fault.Sheet);
        if (fault.Line is { } line) writer.WriteNumber("line", line);
        if (fault.Column is not null) writer.WriteString("column", fault.Column);
        if (fault.Letter is not null) writer.WriteString("letter", fault.Letter);
        if (fault.Header is not null) writer.WriteString("header", fault.Header);
        writer.WriteString("code", fault.Code);
        writer.WriteString("detail", detail);
        writer.WriteEndObject();
    }

    internal static string FaultText(Fault fault, Texts texts) =>
        fault.Reason is { } reason ? ReasonText.Of(reason, texts) : texts.Format($"fault.{fault.Code}", fault.Args);
}
