using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Spreadsheets;
using ArgaliConcessions.Functions.Wording;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Imports.Workbooks;

/// <summary>A list sent back: what became of it, its rows with what is wrong beside each, and the faults in a table of their own.</summary>
/// <remarks>The sheet of rows can be mended and sent in again: its headers are the list's own.</remarks>
internal static class ResultWorkbook
{
    /// <summary>Of a list that was tried or taken in (200) or refused (422).</summary>
    public static IResult Of(Call call, AskedList list, ImportAnswer answer)
    {
        var (asked, preview) = (list.Asked, answer.Preview);
        var state = asked.DryRun ? ResultState.Tried : preview.FaultCount > 0 ? ResultState.Refused : ResultState.Done;
        var status = state == ResultState.Refused ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        var table = Sent(list.File, list.Kind);
        var model = new ResultModel(list.Kind, asked.Source, state, table, preview.Rows, preview.FaultCount, preview.Faults, preview.Counts) { Lines = answer.Lines ?? [] };
        return WorkbookAnswer.Of(status, $"{list.Kind.Name}-results.xlsx", workbook => Write(workbook, model, call.Texts));
    }

    /// <summary>Of a list whose job has begun.</summary>
    /// <param name="file">The list; null once nobody keeps it.</param>
    public static IResult Of(Call call, ListKind kind, JobRecord job, ListFile? file)
    {
        var state = job.State switch { JobState.Done => ResultState.Done, JobState.Failed => ResultState.Failed, _ => ResultState.Underway };
        var (table, faults) = (file is null ? null : Sent(file, kind), ImportJobs.FaultsOf(job) ?? []);
        var model = new ResultModel(kind, null, state, table, table?.Rows.Length, faults.Count, faults, ImportJobs.ResultOf(job));
        return WorkbookAnswer.Of(StatusCodes.Status200OK, $"{kind.Name}-{job.Id}.xlsx", workbook => Write(workbook, model, call.Texts));
    }

    // Read once more, and only where a workbook is asked for: what was sent is twice as much to hold as what was understood.
    private static ListTable Sent(ListFile file, ListKind kind) => (file with { KeepsSent = true }).Read(kind.Columns);

    private static void Write(WorkbookWriter workbook, ResultModel model, Texts texts)
    {
        new SummarySheet(model, texts).Write(workbook);
        if (model.Table is { Rows.IsEmpty: false } table) new RowsSheet(table, model.Faults, texts).Write(workbook);
        if (model.Faults.Count > 0) FaultsSheet.Write(workbook, model.Faults, texts);
        if (model.Lines.Count > 0) LinesSheet.Write(workbook, model.Lines, texts);
        if (model.Changes is { Vanished.IsEmpty: false } changes) VanishedSheet.Write(workbook, changes, texts);
    }
}
