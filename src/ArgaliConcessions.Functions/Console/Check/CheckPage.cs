using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Permits.Validity;
using ArgaliConcessions.Functions.Console.Forms;
using ArgaliConcessions.Functions.Console.Permits;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Pages;
using ArgaliConcessions.Functions.Pages.Verdict;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Console.Check;

/// <summary>The form of the check, and the verdict above it.</summary>
internal static class CheckPage
{
    private const string Styles = VerdictStyles.Css + "body{max-width:76rem}article{max-width:44rem}\n";

    public static IResult Form(Visit visit, CheckForm form, int status = StatusCodes.Status200OK) =>
        Page(visit, form, Markup.None, form.Faults.Select(f => ((string?)f.Parameter, ProblemAnswer.FaultText(f, visit.Texts))).ToList(), status);

    /// <summary>The verdicts; or the form with the reason why there is none.</summary>
    public static IResult Answer(Visit visit, CheckForm form, Outcome<IReadOnlyList<VerdictView>> outcome)
    {
        if (outcome is Outcome<IReadOnlyList<VerdictView>>.Done { Value: var views }) return Page(visit, form, Markup.Join([VerdictPage.Body(views, visit.Texts), .. views.Select(v => Register(visit, v))]), [], StatusCodes.Status200OK);
        var problem = Problem.Of(((Outcome<IReadOnlyList<VerdictView>>.Refused)outcome).Refusal);
        if (!visit.IsBrowser) return Answers.Problem(problem);
        return Page(visit, form, Markup.None, [(form.Number is null ? "paper" : "number", RefusalWords.Of(problem, visit.Texts))], problem.Status);
    }

    private static Markup Register(Visit visit, VerdictView view) =>
        Markup.Of($"<p>{visit.Link(visit.Say("check.register", ("number", view.Permit.Number)), $"{PermitFunctions.Route}/{view.Permit.Number}")}</p>\n");

    private static IResult Page(Visit visit, CheckForm form, Markup verdict, List<(string? Field, string Text)> errors, int status) => visit.Page(
        visit.Say("check.title"), CheckFunctions.Route, Markup.Of($"{ErrorSummary.Render(visit, [.. errors.Select(e => (e.Field, $"{visit.Say($"check.{e.Field}")}: {e.Text}"))])}{verdict}{Fields(visit, form, errors, verdict == Markup.None)}"), status, Styles);

    private static Markup Fields(Visit visit, CheckForm form, List<(string? Field, string Text)> errors, bool isFirst)
    {
        Field Of(string name, string? value) => new(name, visit.Say($"check.{name}")) { Value = value, Errors = [.. errors.Where(e => e.Field == name).Select(e => e.Text)] };

        return Markup.Of(
            $"""
            {Markup.When(!isFirst, () => Markup.Of($"<h2>{visit.Say("check.again")}</h2>"))}
            {visit.Form(CheckFunctions.Route, Markup.Of(
                $"""
                {(Of("number", form.Number) with { Hint = visit.Say("check.number.hint") }).Input()}{Of("paper", form.Paper).Input()}
                <fieldset><legend>{visit.Say("check.where")}</legend><p class="hint">{visit.Say("check.where.hint")}</p>
                {Of("lon", form.Lon).Input()}{Of("lat", form.Lat).Input()}{Of("accuracy", form.Accuracy).Input()}{Of("on", form.On).Input("date")}
                </fieldset>
                <button>{visit.Say("check.go")}</button>
                """))}
            """);
    }
}
