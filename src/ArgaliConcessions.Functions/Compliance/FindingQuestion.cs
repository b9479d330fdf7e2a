using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Spreadsheets;

namespace ArgaliConcessions.Functions.Compliance;

/// <summary>Which findings a caller asks for.</summary>
/// <param name="Scope">What a cursor of this list is good for.</param>
internal sealed record FindingQuestion(FindingFilter Filter, string? After, int Limit, string Scope, TableForm Form)
{
    private const int LongestRule = 10;

    public static Func<QueryReader, FindingQuestion> Reader(Call call, Paging paging) => query =>
    {
        var own = call.Caller.Role == Role.Holder ? call.Caller.Concessions : null;
        var filter = new FindingFilter(query.OneOf<FindingStatus>("status"), query.Text("rule", LongestRule), query.Id("concession"), query.Id("year"), own);
        var scope = $"findings/{filter.Status}/{filter.Rule}/{filter.Concession}/{filter.Year}/{(own is null ? "*" : string.Join(',', own))}";
        return new FindingQuestion(filter, query.After(paging, scope), query.Limit, scope, TableForms.Read(query, call.Request));
    };
}
