using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Imports.Workbooks;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Imports;

/// <summary>What an import answers: the job that applies the list (202), what it would do or has done (200), or all its faults (422); the last two as a workbook where one is asked for.</summary>
internal static class ImportAnswers
{
    public static IResult Of(Call call, AskedList list, Outcome<ImportAnswer> outcome) => outcome switch
    {
        Outcome<ImportAnswer>.Refused refused => Answers.Problem(Problem.Of(refused.Refusal)),
        Outcome<ImportAnswer>.Done { Value: { JobId: { } job } answer } => Answers.Accepted(call, $"jobs/{job}", View(answer, call)),
        Outcome<ImportAnswer>.Done done when list.Asked.Format == ImportFormat.Xlsx => ResultWorkbook.Of(call, list, done.Value),
        Outcome<ImportAnswer>.Done done when list.Asked.DryRun || done.Value.Preview.FaultCount == 0 => Answers.Ok(call, View(done.Value, call)),
        Outcome<ImportAnswer>.Done done => Answers.Problem(Faulty(done.Value.Preview)),
        _ => throw new InvalidOperationException("An outcome is done or refused."),
    };

    private static Problem Faulty(ImportPreview preview) => new(StatusCodes.Status422UnprocessableEntity, "import-faults")
    {
        Args = new Dictionary<string, object?>(StringComparer.Ordinal) { ["count"] = preview.FaultCount },
        Faults = [.. preview.Faults.Select(Fault)],
    };

    private static Fault Fault(ListFault fault) => new(null, null, ListFaultView.CodeOf(fault), ListFaultView.Args(fault))
    {
        Sheet = fault.Sheet, Line = fault.Line, Column = fault.Column, Letter = fault.Letter, Header = fault.Header, Reason = fault.Reason,
    };

    private static object View(ImportAnswer answer, Call call) => new
    {
        job = answer.JobId,
        answer.Preview.Format,
        answer.Preview.Encoding,
        answer.Preview.Sheet,
        answer.Preview.Rows,
        answer.Preview.RepeatedLines,
        answer.Preview.IgnoredColumns,
        answer.Preview.FaultCount,
        faults = answer.Preview.Faults.Select(f => ListFaultView.Of(f, call.Texts)),
        changes = answer.Preview.Counts,
        answer.Lines,
    };
}
