using ArgaliConcessions.Application.Imports.Held;
using ArgaliConcessions.Functions.Console.Forms;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Pages;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Console.Imports;

/// <summary>The pages on the way of a file into the register: which kind, which file, what it would do, what it did.</summary>
internal static class ImportPages
{
    public const string FileField = "file";

    public static IResult Kinds(Visit visit, IEnumerable<IConsoleImport> kinds) => visit.Page(visit.Say("imports.title"), ImportFunctions.Route, Markup.Of(
        $"""
        <p>{visit.Say("imports.intro")}</p>
        <ul class="cards">{kinds.Select(k => Markup.Of($"<li><h2>{visit.Link(visit.Say($"imports.kind.{k.Name}"), $"{ImportFunctions.Route}/{k.Name}")}</h2><p>{visit.Say($"imports.about.{k.Name}")}</p></li>"))}</ul>
        """));

    /// <param name="said">What was filled in, by field.</param>
    /// <param name="faults">What was wrong with it.</param>
    public static IResult Choose(Visit visit, IConsoleImport kind, Func<string, string?> said, IReadOnlyList<(string? Field, string Text)> faults)
    {
        IReadOnlyList<string> Errors(string name) => [.. faults.Where(f => f.Field == name).Select(f => f.Text)];

        var file = new Field(FileField, visit.Say("imports.file")) { Hint = visit.Say("imports.file.hint", ("accept", string.Join(", ", kind.Accept.Split(',').Where(a => a[0] == '.')))), Errors = Errors(FileField), Attributes = new Markup($" accept=\"{kind.Accept}\" aria-required=\"true\"") };
        var form = visit.Form($"{ImportFunctions.Route}/{kind.Name}", Markup.Of(
            $"""
            {file.Input("file")}
            {kind.Fields.Select(f => f.Render(visit, said(f.Name), Errors(f.Name)))}
            <button>{visit.Say("imports.try")}</button>
            """), upload: true);
        return visit.Page(
            visit.Say($"imports.kind.{kind.Name}"), ImportFunctions.Route, Markup.Of(
            $"""
            {ErrorSummary.Render(visit, [.. faults.Select(f => (f.Field, $"{LabelOf(visit, f.Field)}: {f.Text}"))])}
            <p>{visit.Say($"imports.about.{kind.Name}")}</p>
            {Markup.When(kind.IsList, () => Markup.Of($"<p>{visit.Link(visit.Say("imports.template"), $"{ImportFunctions.TemplateRoute}/{kind.Name}")}</p>"))}
            {form}
            """), faults.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static string LabelOf(Visit visit, string? field) => visit.Say(field == FileField ? "imports.file" : $"imports.field.{field}");

    public static IResult Trial(Visit visit, IConsoleImport kind, HeldFile file, ImportTrial trial)
    {
        var form = Markup.When(trial.Good, () => visit.Form($"{ImportFunctions.Route}/{kind.Name}/{file.Id}", Markup.Of($"<p>{visit.Say("imports.held", ("until", file.Until))}</p><button>{visit.Say("imports.import")}</button>")));
        return visit.Page(visit.Say("imports.trial", ("file", file.Name)), ImportFunctions.Route, Markup.Of(
            $"""
            {(trial.Good ? Notice.Done(visit.Say("imports.good")) : Bad(visit, trial))}
            {Body(visit, trial)}
            {Markup.When(kind.IsList, () => Markup.Of($"<p>{visit.Link(visit.Say("imports.results"), $"{ImportFunctions.ResultRoute}/{kind.Name}/{file.Id}")}</p>"))}
            {form}
            <p>{visit.Link(visit.Say("imports.other"), $"{ImportFunctions.Route}/{kind.Name}")}</p>
            """));
    }

    public static IResult Done(Visit visit, HeldFile file, ImportTrial done) => visit.Page(visit.Say("imports.done.title", ("file", file.Name)), ImportFunctions.Route, Markup.Of(
        $"""
        {(done.Good ? Notice.Done(visit.Say("imports.done")) : Bad(visit, done))}
        {Body(visit, done)}
        <p>{visit.Link(visit.Say("imports.more"), ImportFunctions.Route)}</p>
        """), done.Good ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    public static Markup Body(Visit visit, ImportTrial trial) => Markup.Of(
        $"""
        {Markup.When(!trial.Facts.IsEmpty, () => Markup.Of($"<h2 id=\"facts\">{visit.Say("imports.facts")}</h2>{Tables.Scroll("facts", Markup.Of($"<table style=\"max-width:40rem\"><tbody>{trial.Facts.Select(f => Markup.Of($"<tr><th scope=\"row\">{f.Label}</th><td>{f.Value}</td></tr>"))}</tbody></table>"))}"))}
        {Markup.When(!trial.Lines.IsEmpty, () => Markup.Of($"<h2>{visit.Say("imports.lines")}</h2><ul>{trial.Lines.Select(l => Markup.Of($"<li>{l}</li>"))}</ul>"))}
        {Markup.When(!trial.Faults.IsEmpty, () => Faults(visit, trial))}
        """);

    private static Markup Bad(Visit visit, ImportTrial trial) => Markup.Of(
        $"<div class=\"errors\" role=\"alert\" tabindex=\"-1\" autofocus><h2>{visit.Say("imports.bad", ("count", trial.FaultCount))}</h2><p><a href=\"#faults\">{visit.Say("imports.bad.where")}</a></p></div>\n");

    private static Markup Faults(Visit visit, ImportTrial trial) => Markup.Of(
        $"""
        <h2 id="faults">{visit.Say("imports.faults")}</h2>
        {Markup.When(trial.FaultCount > trial.Faults.Length, () => Markup.Of($"<p>{visit.Say("imports.faults.first", ("shown", trial.Faults.Length), ("count", trial.FaultCount))}</p>"))}
        {Tables.Scroll("faults", Markup.Of(
            $"""
            <table><thead><tr><th scope="col">{visit.Say("imports.row")}</th><th scope="col">{visit.Say("imports.column")}</th><th scope="col">{visit.Say("imports.value")}</th><th scope="col">{visit.Say("imports.fault")}</th></tr></thead>
            <tbody>{trial.Faults.Select(f => Markup.Of($"<tr><td>{f.Row}</td><td>{f.Column}</td><td>{f.Value}</td><td>{f.Text}</td></tr>"))}</tbody></table>
            """))}
        """);
}
