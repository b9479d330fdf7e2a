namespace ArgaliConcessions.Application.Imports.Tables.Workbooks;

/// <summary>Reads a list out of an Excel workbook (.xlsx, ECMA-376 transitional or strict).</summary>
public static class WorkbookList
{
    /// <summary>Whether bytes begin as a workbook does, a readable one or not: no text begins so.</summary>
    public static bool IsWorkbook(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8) || CompoundFile.Is(bytes);

    /// <summary>The list, or what is wrong with it: never an exception, whatever the bytes are.</summary>
    /// <param name="sheet">The sheet that is meant; null for the one that holds a list.</param>
    public static ListTable Read(ReadOnlyMemory<byte> bytes, string? sheet, ColumnMatcher columns)
    {
        try
        {
            using var workbook = WorkbookFile.Open(bytes);
            return new SheetReading(workbook, SheetChoice.Of(workbook, sheet, columns), columns).Read();
        }
        catch (WorkbookException e)
        {
            return Faulty(e.Code, e.Value);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Of a damaged file zip, package and XML each throw what they like; there is no list of it.
            return Faulty("damaged-workbook", null);
        }
    }

    private static ListTable Faulty(string code, string? value) => new("xlsx", SheetReading.Encoding, [], [], [new ListFault(0, null, code, value)]);
}
