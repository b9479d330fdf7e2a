namespace ArgaliConcessions.Functions.Spreadsheets;

/// <summary>How a cell is shown.</summary>
internal enum CellLook
{
    Plain,

    /// <summary>A column's title: bold, on grey.</summary>
    Header,

    /// <summary>Something wrong: on red.</summary>
    Fault,

    /// <summary>Something to look at: on yellow.</summary>
    Note,

    /// <summary>Something done: on green.</summary>
    Good,
}

/// <summary>A cell of a workbook.</summary>
/// <param name="Value">
/// A <see cref="string"/>; an <see cref="int"/>, <see cref="long"/>, <see cref="decimal"/> or finite <see cref="double"/> (spreadsheets keep 15 digits of it);
/// a <see cref="NodaTime.LocalDate"/>; or null for an empty cell.
/// </param>
internal readonly record struct SheetCell(object? Value, CellLook Look = CellLook.Plain);

/// <summary>A column of a sheet.</summary>
/// <param name="Title">Its cell in the first row.</param>
/// <param name="Width">In widths of a digit, above 0 and at most 255.</param>
internal sealed record SheetColumn(string Title, double Width)
{
    /// <summary>How cells below the title take what is typed into them: for templates.</summary>
    public SheetFormat Format { get; init; }

    /// <summary>What a cell offers to choose from, at most 255 characters together; other texts may be typed all the same. None for any text.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>How an empty cell takes what is typed into it.</summary>
internal enum SheetFormat
{
    /// <summary>As the spreadsheet likes: numbers and dates are made of what looks like them.</summary>
    General,

    /// <summary>As it is typed.</summary>
    Text,

    Date,
}
