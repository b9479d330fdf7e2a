using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Permits.Validity;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Permits;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Console.Check;

/// <summary>Is this permit valid? Asked by hand, or by the code on a permit's paper.</summary>
public sealed class CheckFunctions(ConsoleDesk desk, CheckValidity check)
{
    internal const string Route = "console/check";
    private const int LongestNumber = 80;

    /// <summary>The form; with <c>?paper=</c> the verdict on all permits that bear a paper number.</summary>
    [Function("ConsoleCheck")]
    public Task Ask([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request) =>
        desk.ShowAsync(request, Access.Read, query => (Asked: Read(query), Paper: query.Text("paper", LongestNumber)), (visit, question, cancel) => question.Paper is { } paper
            ? OfPaperAsync(visit, paper, question.Asked, cancel)
            : Task.FromResult(CheckPage.Form(visit, CheckForm.Empty)));

    /// <summary>Leads from the form to the address of its answer, which can be kept and opened again.</summary>
    [Function("ConsoleCheckAsked")]
    public Task Asked([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request) =>
        desk.TakeAsync(request, Access.Read, Intake.Form, (visit, form, _) => Task.FromResult(Lead(visit, CheckForm.Of(form))));

    /// <summary>The address that the code on a permit's paper holds.</summary>
    [Function("ConsoleCheckPermit")]
    public Task Check([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{number}")] HttpRequest request, string number) =>
        desk.ShowAsync(request, Access.Read, Read, (visit, question, cancel) => OfNumberAsync(visit, number, question, cancel));

    private async Task<IResult> OfNumberAsync(Visit visit, string number, ValidityQuestion question, CancellationToken cancellationToken)
    {
        var outcome = await check.OfNumberAsync(number, question, visit.Call.Viewer(), cancellationToken);
        return CheckPage.Answer(visit, CheckForm.Empty with { Number = number }, outcome.Map(view => (IReadOnlyList<VerdictView>)[view]));
    }

    private async Task<IResult> OfPaperAsync(Visit visit, string paper, ValidityQuestion question, CancellationToken cancellationToken) =>
        CheckPage.Answer(visit, CheckForm.Empty with { Paper = paper }, await check.OfPaperAsync(paper, question, visit.Call.Viewer(), cancellationToken));

    private static IResult Lead(Visit visit, CheckForm form)
    {
        if (form.Faults.Count > 0) return CheckPage.Form(visit, form, StatusCodes.Status422UnprocessableEntity);
        (string, string?)[] question = [("on", form.On), ("lon", form.Lon), ("lat", form.Lat), ("accuracy", form.Accuracy)];
        return form.Number is { } number ? visit.Go($"{Route}/{Uri.EscapeDataString(number)}", question) : visit.Go(Route, [("paper", form.Paper), .. question]);
    }

    /// <summary>What is asked, of an address or of the form's fields.</summary>
    internal static ValidityQuestion Read(QueryReader query) => new(null, query.On, Position(query), null);

    private static GeoPosition? Position(QueryReader query)
    {
        var (lon, lat, accuracy) = (query.Number("lon", -180, 180), query.Number("lat", -90, 90), query.Number("accuracy", 0, 100_000));
        if (!query.Has("lon") && !query.Has("lat")) return null;
        return new GeoPosition(query.Required("lon", lon), query.Required("lat", lat), accuracy);
    }
}
