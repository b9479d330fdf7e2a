using System.Runtime.CompilerServices;
using System.Text;
using ArgaliConcessions.Functions.Compliance.Reports;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Wording;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace ArgaliConcessions.Functions.Spreadsheets;

/// <summary>A column of a list that is taken along.</summary>
/// <param name="Name">Its title is the text of this name; the order of columns never changes, new ones come last.</param>
/// <param name="Width">In a sheet, in widths of a digit.</param>
/// <param name="Cell">What a cell may hold: see <see cref="SheetCell"/>.</param>
internal sealed record TableColumn<T>(string Name, double Width, Func<T, object?> Cell);

/// <summary>A list as a file, row by row: CSV with dates in ISO form, or a workbook with dates that are dates.</summary>
/// <param name="Title">Names the sheet and, with the day, the file: a key of the texts below <c>table.</c></param>
/// <param name="Columns">Their titles are texts below <c>{Title}.column.</c></param>
internal sealed record TableFile<T>(string Title, IReadOnlyList<TableColumn<T>> Columns, Texts Texts, int MaxRows)
{
    /// <param name="form">CSV or a workbook.</param>
    /// <param name="fileName">Without its ending.</param>
    /// <param name="rows">Read as they are written; more than <see cref="MaxRows"/> cut the answer (<see cref="ListTooLongException"/>).</param>
    public IResult Answer(TableForm form, string fileName, IAsyncEnumerable<T> rows) => form == TableForm.Xlsx
        ? Answers.File(WorkbookWriter.MediaType, fileName + ".xlsx", (output, token) => WorkbookAsync(output, rows, token))
        : Answers.File("text/csv; charset=utf-8", fileName + ".csv", (output, token) => CsvAsync(output, rows, token));

    private async Task CsvAsync(HeldStream output, IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        var csv = new SafeCsv(writer);
        await csv.WriteAsync([.. Columns.Select(TitleOf)]);
        await foreach (var row in BoundedAsync(rows, cancellationToken))
        {
            await csv.WriteAsync([.. Columns.Select(column => Plain(column.Cell(row)))]);
            await writer.FlushAsync(cancellationToken);
            await output.SendIfMuchAsync(cancellationToken);
        }
        await writer.FlushAsync(cancellationToken);
    }

    private async Task WorkbookAsync(HeldStream output, IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
    {
        using var workbook = new WorkbookWriter(output);
        var sheet = workbook.Begin(Texts.Format($"table.{Title}"), [.. Columns.Select(column => new SheetColumn(TitleOf(column), column.Width))]);
        await foreach (var row in BoundedAsync(rows, cancellationToken))
        {
            sheet.Row([.. Columns.Select(column => new SheetCell(column.Cell(row)))]);
            await output.SendIfMuchAsync(cancellationToken);
        }
        workbook.End(sheet);
    }

    private async IAsyncEnumerable<T> BoundedAsync(IAsyncEnumerable<T> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (++count > MaxRows) throw new ListTooLongException(MaxRows);
            yield return row;
        }
    }

    private static object? Plain(object? cell) => cell is LocalDate date ? LocalDatePattern.Iso.Format(date) : cell;

    private string TitleOf(TableColumn<T> column) => Texts.Format($"{Title}.column.{column.Name}");
}
