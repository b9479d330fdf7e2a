using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Permits.FieldSheets;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Pages.FieldSheets;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>The field sheet: what an inspector takes along where there is no signal.</summary>
public sealed class FieldSheetFunctions(Endpoint endpoint, BuildFieldSheet build)
{
    [Function("FieldSheet")]
    public Task Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "fieldsheets/{concession}")] HttpRequest request, string concession) =>
        endpoint.RunAsync(request, Access.Read, (call, token) => call.AskAsync(Read, async days =>
        {
            var outcome = await build.RunAsync(concession, days.From, days.To, call.Viewer(), token);
            return outcome is Outcome<FieldSheet>.Done { Value: var sheet }
                ? Answers.HtmlFile(FieldSheetPage.FileName(sheet), FieldSheetPage.Render(sheet, call.Texts))
                : Answers.From(call, outcome, sheet => sheet);
        }));

    private static (LocalDate? From, LocalDate? To) Read(QueryReader query)
    {
        var (from, to) = (query.Date("from"), query.Date("to"));
        if (to < from) query.Fault("to", "range-ends-before-it-begins");
        else if (from is { } first && to > first.PlusDays(BuildFieldSheet.MostDays - 1)) query.Fault("to", "period-too-long", ("max", BuildFieldSheet.MostDays));
        return (from, to);
    }
}
