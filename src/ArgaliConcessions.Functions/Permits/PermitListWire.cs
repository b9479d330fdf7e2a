using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Spreadsheets;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>Reads the filters of a list of permits.</summary>
internal static class PermitListWire
{
    /// <summary>The question, the scope that its cursors are sealed for (the caller and every filter), and the form of the answer.</summary>
    public static (PermitQuestion Question, string Scope, TableForm Form) Read(Call call, QueryReader query, Paging paging)
    {
        var question = new PermitQuestion(
            query.Id("concession"), query.Id("year"), query.OneOf<PermitState>("status"), query.Text("paperNumber", 80), query.On, query.KnownAt,
            query.Limit, After: null);
        var scope = $"permits|{call.Caller.Subject}|{question.Concession}|{question.Year}|{question.Status}|{question.Paper}|{question.On}|{question.KnownAt}";
        return (question with { After = query.After(paging, scope) }, scope, TableForms.Read(query, call.Request));
    }
}
