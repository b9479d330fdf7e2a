namespace ArgaliConcessions.Application.Imports.Tables.Workbooks;

/// <summary>A workbook that cannot be read, with the fault's code.</summary>
internal sealed class WorkbookException(string code, string? value = null) : Exception
{
    public string Code => code;

    public string? Value => value;
}
