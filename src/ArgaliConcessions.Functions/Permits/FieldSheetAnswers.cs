using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Permits.FieldSheets;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Pages.FieldSheets;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>The field sheet of some days: of the API's route and of the console's.</summary>
public sealed class FieldSheetAnswers(BuildFieldSheet build)
{
    internal static (LocalDate? From, LocalDate? To) Days(QueryReader query)
    {
        var (from, to) = (query.Date("from"), query.Date("to"));
        if (to < from) query.Fault("to", "range-ends-before-it-begins");
        else if (from is { } first && to > first.PlusDays(BuildFieldSheet.MostDays - 1)) query.Fault("to", "period-too-long", ("max", BuildFieldSheet.MostDays));
        return (from, to);
    }

    internal async Task<IResult> AnswerAsync(Call call, string concession, (LocalDate? From, LocalDate? To) days, CancellationToken cancellationToken)
    {
        var outcome = await build.RunAsync(concession, days.From, days.To, call.Viewer(), cancellationToken);
        return outcome is Outcome<FieldSheet>.Done { Value: var sheet }
            ? Answers.HtmlFile(FieldSheetPage.FileName(sheet), FieldSheetPage.Render(sheet, call.Texts))
            : Answers.From(call, outcome, value => value);
    }
}
