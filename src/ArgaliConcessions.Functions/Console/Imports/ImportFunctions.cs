using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Imports.Held;
using ArgaliConcessions.Functions.Console.Forms;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Imports;
using ArgaliConcessions.Functions.Imports.Workbooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Console.Imports;

/// <summary>Files are handed in, looked through, and imported by the very bytes that were looked through.</summary>
public sealed class ImportFunctions(ConsoleDesk desk, ImportTable kinds, ListKinds lists, HoldFile hold, FindHeldFile held)
{
    internal const string Route = "console/imports";
    internal const string ResultRoute = "console/results";
    internal const string TemplateRoute = "console/templates";
    private const string KindRoute = Route + "/{kind}";
    private const string FileRoute = KindRoute + "/{file}";

    [Function("ConsoleImports")]
    public Task List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request) =>
        desk.ShowAsync(request, Access.Authority, (visit, _) => Task.FromResult(ImportPages.Kinds(visit, kinds.All)));

    [Function("ConsoleImportPage")]
    public Task Choose([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = KindRoute)] HttpRequest request, string kind) =>
        desk.ShowAsync(request, Access.Authority, (visit, _) => Task.FromResult(kinds.Find(kind) is { } found ? ImportPages.Choose(visit, found, _ => null, []) : NoKind()));

    /// <summary>Takes a file in, and leads to what it would do.</summary>
    [Function("ConsoleHandIn")]
    public Task HandIn([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = KindRoute)] HttpRequest request, string kind) =>
        desk.TakeAsync(request, Access.Authority, Intake.Upload, (visit, form, cancel) => kinds.Find(kind) is { } found ? HandInAsync(visit, found, form, cancel) : Task.FromResult(NoKind()));

    [Function("ConsoleImportTrial")]
    public Task Try([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = FileRoute)] HttpRequest request, string kind, string file) =>
        desk.ShowAsync(request, Access.Authority, (visit, cancel) => WithAsync(visit, kind, file, (found, content) => TryAsync(visit, found, content, cancel), cancel));

    [Function("ConsoleImport")]
    public Task Import([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = FileRoute)] HttpRequest request, string kind, string file) =>
        desk.TakeAsync(request, Access.Authority, Intake.Form, (visit, _, cancel) => WithAsync(visit, kind, file, (found, content) => ImportAsync(visit, found, content, cancel), cancel));

    /// <summary>The trial as a workbook: the rows with what is wrong beside each.</summary>
    [Function("ConsoleImportResults")]
    public Task Results([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ResultRoute + "/{kind}/{file}")] HttpRequest request, string kind, string file) =>
        desk.ShowAsync(request, Access.Authority, (visit, cancel) => WithAsync(visit, kind, file, (found, content) => ResultsAsync(visit, found, content, cancel), cancel));

    /// <summary>A workbook to fill in.</summary>
    [Function("ConsoleTemplate")]
    public Task Template([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = TemplateRoute + "/{list}")] HttpRequest request, string list) =>
        desk.ShowAsync(request, Access.Authority, (visit, _) => Task.FromResult(lists.Find(list) is { } found ? TemplateWorkbook.Of(visit.Call, found) : Answers.NotFound("list")));

    private async Task<IResult> ResultsAsync(Visit visit, IConsoleImport kind, HeldContent content, CancellationToken cancellationToken)
    {
        if (kind is not ListImport list || lists.Find(list.Name) is not { } columns) return NoKind();
        var (answer, file, asked) = await list.TriedAsync(visit, content, cancellationToken);
        return answer is Outcome<ImportAnswer>.Done { Value: var tried }
            ? ResultWorkbook.Of(visit.Call, new AskedList(columns, file, asked), tried)
            : Answers.From(visit.Call, answer, value => value);
    }

    private async Task<IResult> HandInAsync(Visit visit, IConsoleImport kind, Form form, CancellationToken cancellationToken)
    {
        var (said, faults) = (SaidOfFile.Of(kind.Fields, form), new Faults());
        await kind.CheckAsync(SaidOfFile.Reader(said, faults), cancellationToken);
        var wrong = faults.List.Select(f => (Field: f.Parameter, Text: ProblemAnswer.FaultText(f, visit.Texts))).ToList();
        var file = form.File(ImportPages.FileField);
        if (file is null) wrong.Add((ImportPages.FileField, visit.Say("imports.file.missing")));
        else if (file.Bytes.IsEmpty) wrong.Add((ImportPages.FileField, visit.Say("imports.file.empty")));
        if (file is null || wrong.Count > 0) return ImportPages.Choose(visit, kind, form.Text, wrong);
        var outcome = await hold.RunAsync(kind.Name, file.Name, file.MediaType, said, visit.Caller.Subject, file.Bytes, cancellationToken);
        return outcome is Outcome<HeldFile>.Done { Value: var kept } ? visit.Go($"{Route}/{kind.Name}/{kept.Id}") : Answers.From(visit.Call, outcome, value => value);
    }

    private async Task<IResult> WithAsync(Visit visit, string kind, string file, Func<IConsoleImport, HeldContent, Task<IResult>> work, CancellationToken cancellationToken)
    {
        if (kinds.Find(kind) is not { } found) return NoKind();
        if (!IdRules.IsId(file)) return Answers.NotFound("held-file");
        var outcome = await held.RunAsync(file, found.Name, visit.Caller.Subject, cancellationToken);
        return outcome is Outcome<HeldContent>.Done { Value: var content } ? await work(found, content) : Answers.From(visit.Call, outcome, value => value);
    }

    private static async Task<IResult> TryAsync(Visit visit, IConsoleImport kind, HeldContent content, CancellationToken cancellationToken) =>
        visit.Page(await kind.TryAsync(visit, content, cancellationToken), trial => ImportPages.Trial(visit, kind, content.File, trial));

    private static async Task<IResult> ImportAsync(Visit visit, IConsoleImport kind, HeldContent content, CancellationToken cancellationToken) =>
        visit.Page(await kind.ImportAsync(visit, content, cancellationToken), started => started.Job is { } job
            ? visit.Go($"{JobFunctions.Route}/{job}")
            : ImportPages.Done(visit, content.File, started.Done!));

    private static IResult NoKind() => Answers.NotFound("import-kind");
}
