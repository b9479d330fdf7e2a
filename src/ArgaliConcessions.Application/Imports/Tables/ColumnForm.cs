namespace ArgaliConcessions.Application.Imports.Tables;

/// <summary>How a column's cells are written. A workbook's cells are read by it, and its template is made by it.</summary>
public enum ColumnForm
{
    /// <summary>What the cell shows: nothing else was said of the column.</summary>
    Any,

    /// <summary>Text as it is, also where it looks like a number: numbers of papers, tags, names.</summary>
    Text,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    WholeNumber,

    /// <summary>A number with decimals.</summary>
    Number,

    /// <summary>One of the column's words.</summary>
    Word,

    /// <summary>Several texts, parted by <c>|</c>.</summary>
    Texts,
}
