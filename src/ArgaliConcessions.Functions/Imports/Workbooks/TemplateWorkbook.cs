using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Spreadsheets;
using ArgaliConcessions.Functions.Wording;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Imports.Workbooks;

/// <summary>A workbook to fill in: a sheet with the columns' headers and nothing else, and a sheet that explains each of them.</summary>
/// <remarks>No example stands in the first sheet: somebody would send it in.</remarks>
internal static class TemplateWorkbook
{
    public static IResult Of(Call call, ListKind kind) => WorkbookAnswer.Of(
        StatusCodes.Status200OK, $"{kind.Name}-template.xlsx", workbook => Write(workbook, kind, call.Texts));

    private static void Write(WorkbookWriter workbook, ListKind kind, Texts texts)
    {
        var columns = kind.Columns.Columns;
        workbook.Sheet(ResultTexts.Name(kind, texts), [.. columns.Select(c => Headed(c, texts.Language))], []);
        SheetColumn[] titles =
        [
            new(texts.Format("template.header"), 28), new(texts.Format("template.name"), 18), new(texts.Format("template.required"), 14),
            new(texts.Format("template.form"), 34), new(texts.Format("template.words"), 40), new(texts.Format("template.example"), 22), new(texts.Format("template.meaning"), 90),
        ];
        workbook.Sheet(texts.Format("template.explanations"), titles, columns.Select(c => Explained(c, kind, texts)));
    }

    private static SheetColumn Headed(Column column, Language language)
    {
        var title = ColumnTitle.Of(column, language);
        var format = column.Form switch
        {
            ColumnForm.Date => SheetFormat.Date,
            ColumnForm.Number or ColumnForm.WholeNumber => SheetFormat.General,
            // Nothing is to be made of numbers of papers and times of day that somebody types.
            _ => SheetFormat.Text,
        };
        return new SheetColumn(title, Math.Clamp(title.Length + 3, 12, 40)) { Format = format, Choices = ColumnTitle.Words(column, language) };
    }

    private static IReadOnlyList<SheetCell> Explained(Column column, ListKind kind, Texts texts)
    {
        var meaning = $"column.{kind.Name}.{column.Name}";
        return
        [
            new(ColumnTitle.Of(column, texts.Language).TrimEnd('*', ' ')), new(column.Name),
            new(texts.Value(column.Required), column.Required ? CellLook.Note : CellLook.Plain),
            new(texts.Value(column.Form)), new(string.Join(", ", ColumnTitle.Words(column, texts.Language))), new(column.Example), new(texts.Has(meaning) ? texts.Format(meaning) : ""),
        ];
    }
}
