using System.ComponentModel.DataAnnotations;

namespace ArgaliConcessions.Functions.Spreadsheets;

/// <summary>Bounds of lists that are taken along whole.</summary>
public sealed class ExportOptions
{
    public const string SectionName = "Exports";

    /// <summary>Rows of one list at most, titles not counted; a sheet of Excel holds 1,048,575.</summary>
    [Range(1, SheetWriter.MostRows - 1)]
    public int MaxRows { get; set; } = 100_000;
}

/// <summary>A list has more rows than are given out at once: half of it is not given out for the whole.</summary>
internal sealed class ListTooLongException(int most) : Exception($"The list has more than {most} rows.")
{
    public int Most => most;
}
