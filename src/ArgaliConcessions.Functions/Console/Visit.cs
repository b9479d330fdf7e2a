using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Functions.Compliance.Reports;
using ArgaliConcessions.Functions.Console.Forms;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Pages;
using ArgaliConcessions.Functions.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ArgaliConcessions.Functions.Console;

/// <summary>Somebody at a page of the console: who, in which language, and how pages, links and forms are made for him.</summary>
internal sealed class Visit(Call call, FormTokens tokens, IIdSource ids)
{
    public Call Call => call;

    public Caller Caller => call.Caller;

    /// <summary>One page, one language: that of the reader, or the one that answers for it.</summary>
    public Texts Texts => call.Texts.Whole;

    /// <summary>Whether pages are asked for: a program is told of problems as programs are.</summary>
    public bool IsBrowser => AcceptedFormat.Of(call.Request) == ReportFormat.Html;

    /// <summary>Whether the visitor's role may go where this access is asked for.</summary>
    public bool May(Access access) => access.Admits(Caller.Role);

    /// <summary>A text of the console: <c>Say("map.title")</c> is <c>console.map.title</c>.</summary>
    public string Say(string key, params (string Name, object? Value)[] args) => Texts.Format($"console.{key}", args);

    /// <summary>The address of a route below the prefix; it keeps the language that was chosen by hand. A null parameter is left out.</summary>
    public string At(string route, params (string Name, string? Value)[] query)
    {
        var address = query.Where(q => q.Value is not null).Aggregate(call.Address(route), (url, q) => QueryHelpers.AddQueryString(url, q.Name, q.Value!));
        return call.Request.Query.ContainsKey("lang") ? QueryHelpers.AddQueryString(address, "lang", call.Language.Code) : address;
    }

    /// <summary>A link within the console.</summary>
    public Markup Link(string text, string route, params (string Name, string? Value)[] query) => Markup.Of($"<a href=\"{At(route, query)}\">{text}</a>");

    /// <summary>A form that may be sent once: whoever sends it again, by accident, does nothing twice.</summary>
    /// <param name="upload">Whether there is a file among its fields.</param>
    public Markup Form(string route, Markup fields, bool upload = false) => Markup.Of(
        $"""
        <form method="post" action="{At(route)}"{(upload ? new Markup(" enctype=\"multipart/form-data\"") : Markup.None)}>
        <input type="hidden" name="{Forms.Form.TokenField}" value="{tokens.Of(call)}"><input type="hidden" name="{Forms.Form.KeyField}" value="{ids.NewId()}">
        {fields}
        </form>

        """);

    /// <summary>A page with the console's head and navigation.</summary>
    /// <param name="current">The route of the navigation that it belongs to; null for none.</param>
    public IResult Page(string title, string? current, Markup body, int status = StatusCodes.Status200OK, string styles = "") =>
        new ConsoleAnswer(ConsoleLayout.Page(this, title, current, body, styles), status);

    /// <summary>What a use case found as a page; the problem if it refused.</summary>
    public IResult Page<T>(Outcome<T> outcome, Func<T, IResult> page) =>
        outcome is Outcome<T>.Done done ? page(done.Value) : Answers.From(call, outcome, value => value!);

    /// <summary>Sends the browser on to a page, so that a reload does not send the form again.</summary>
    public IResult Go(string route, params (string Name, string? Value)[] query) => new SeeOther(At(route, query));
}
