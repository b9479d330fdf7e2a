using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Imports.Workbooks;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Imports;

/// <summary>What an import answers: the job that applies the list (202), what it would do (200), or all its faults (422); the last two as a workbook where one is asked for.</summary>
internal static class ImportAnswers
{
    public static IResult Of(Call call, AskedList list, Outcome<ImportAnswer> outcome) => outcome switch
    {
        Outcome<ImportAnswer>.Refused refused => Answers.Problem(Problem.Of(refused.Refusal)),
        Outcome<ImportAnswer>.Done { Value: { JobId: { } job } answer } => Answers.Accepted(call, $"jobs/{job}", View(answer.Preview, job, call)),
        Outcome<ImportAnswer>.Done done when list.Asked.Format == ImportFormat.Xlsx => ResultWorkbook.Of(call, list, done.Value.Preview),
        Outcome<ImportAnswer>.Done done when list.Asked.DryRun => Answers.Ok(call, View(done.Value.Preview, null, call)),
        Outcome<ImportAnswer>.Done done => Answers.Problem(Faulty(done.Value.Preview)),
        _ => throw new InvalidOperationException("An outcome is done or refused."),
    };

    private static Problem Faulty(ImportPreview preview) => new(StatusCodes.Status422UnprocessableEntity, "import-faults")
    {
        Args = new Dictionary<string, object?>(StringComparer.Ordinal) { ["count"] = preview.FaultCount },
        Faults = [.. preview.Faults.Select(Fault)],
    };

    private static Fault Fault(ListFault fault) => new(null, null, $"list-{fault.Code}", ListFaultView.Args(fault))
    {
        Sheet = fault.Sheet, Line = fault.Line, Column = fault.Column, Letter = fault.Letter, Header = fault.Header,
    };

    private static object View(ImportPreview preview, string? job, Call call) => new
    {
        job,
        preview.Format,
        preview.Encoding,
        preview.Sheet,
        preview.Rows,
        preview.RepeatedLines,
        preview.IgnoredColumns,
        preview.FaultCount,
        faults = preview.Faults.Select(f => ListFaultView.Of(f, call.Texts)),
        changes = preview.Counts,
    };
}
