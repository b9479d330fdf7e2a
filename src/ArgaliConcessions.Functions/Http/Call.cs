using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Wording;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Http;

/// <summary>One admitted call: who calls, in which language, under which conditions, with what body.</summary>
/// <remarks>
/// Parameters and bodies are read through <see cref="AskAsync{T}"/> and <see cref="ReadAsync{T}"/>, which hand the
/// value on only when nothing at all was wrong with it.
/// </remarks>
public sealed class Call
{
    private readonly Faults _faults = new();
    private readonly string _prefix;

    internal Call(HttpRequest request, Caller caller, CallContext context, RequestBody body)
    {
        Request = request;
        Caller = caller;
        Language = context.Language;
        RequestId = context.RequestId;
        Conditions = context.Conditions;
        IdempotencyKey = context.IdempotencyKey;
        Body = body;
        Query = new QueryReader(request.Query, _faults);
        _prefix = context.RoutePrefix;
    }

    public HttpRequest Request { get; }

    public Caller Caller { get; }

    /// <summary>From <c>?lang</c>, else Accept-Language, else English.</summary>
    public Language Language { get; }

    /// <summary>In that language; what is taken from them, the answer's Content-Language says.</summary>
    public Texts Texts => AnswerTexts.Of(Request.HttpContext).Texts;

    /// <summary>Stands in the answer, the log and the audit: 1 to 64 visible characters.</summary>
    public string RequestId { get; }

    public Conditions Conditions { get; }

    /// <summary>1 to 128 visible ASCII characters; never null on routes whose <see cref="Intake.KeyRequired"/> is set.</summary>
    public string? IdempotencyKey { get; }

    public RequestBody Body { get; }

    /// <summary>For faults that are found within <see cref="AskAsync{T}"/> or <see cref="ReadAsync{T}"/>.</summary>
    internal Faults Faults => _faults;

    /// <summary>The parameters; to be read within <see cref="AskAsync{T}"/> or <see cref="ReadAsync{T}"/>.</summary>
    public QueryReader Query { get; }

    /// <summary>Makes it a fault when a value of the path that names something new is no id; to be called before reading.</summary>
    public Call CheckId(string parameter, string value)
    {
        if (!IdRules.IsId(value)) _faults.AddParameter(parameter, "bad-id");
        return this;
    }

    /// <summary>Makes it a fault when a value of the path is no tag of the register; to be called before reading.</summary>
    public Call CheckTag(string parameter, string value)
    {
        if (!TagForm.IsTag(value)) _faults.AddParameter(parameter, "bad-tag");
        return this;
    }

    /// <summary>Reads a question's parameters and, if nothing is wrong with them, works on it; else 422 with all faults.</summary>
    public async Task<IResult> AskAsync<T>(Func<QueryReader, T> read, Func<T, Task<IResult>> work)
    {
        var question = read(Query);
        Query.Finish();
        return _faults.Any ? Refused() : await work(question);
    }

    /// <summary>
    /// Reads the body as one JSON object (and, through <see cref="Query"/>, any parameters) and, if nothing is wrong,
    /// works on it; else 400 for what is not JSON, or 422 with all faults.
    /// </summary>
    public async Task<IResult> ReadAsync<T>(Func<BodyReader, T> read, Func<T, Task<IResult>> work)
    {
        if (JsonScan.Open(Body.Bytes, _faults) is not { } document) return Refused(notJson: true);
        using (document)
        {
            var reader = new BodyReader(document.RootElement, "", _faults);
            var value = read(reader);
            reader.Finish();
            Query.Finish();
            return _faults.Any ? Refused() : await work(value);
        }
    }

    /// <summary>
    /// Makes sure that nothing was sent that nobody reads: no body (an empty object will do) and no parameters; then works,
    /// else 400 or 422.
    /// </summary>
    public Task<IResult> ReadNothingAsync(Func<Task<IResult>> work) =>
        Body.Bytes.IsEmpty ? AskAsync(_ => 0, _ => work()) : ReadAsync(_ => 0, _ => work());

    /// <summary>An address of this API as a path: <c>Address("concessions/demo-north")</c> is <c>/api/concessions/demo-north</c>.</summary>
    public string Address(string route) => $"{Request.PathBase}{(_prefix.Length == 0 ? "" : "/" + _prefix)}/{route}";

    private ProblemAnswer Refused(bool notJson = false)
    {
        var malformed = notJson && _faults.List.Any(f => f.Code == "malformed-json");
        return malformed
            ? new ProblemAnswer(new Problem(StatusCodes.Status400BadRequest, "malformed-json") { Faults = _faults.List })
            : new ProblemAnswer(Problem.Invalid(_faults.List));
    }
}
