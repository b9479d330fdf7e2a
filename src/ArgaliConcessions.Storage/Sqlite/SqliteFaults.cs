using Microsoft.Data.Sqlite;

namespace ArgaliConcessions.Storage.Sqlite;

/// <summary>What SQLite's result codes mean (https://www.sqlite.org/rescode.html), in words for the person who runs the program.</summary>
internal static class SqliteFaults
{
    private const int Perm = 3, Busy = 5, Locked = 6, NoMemory = 7, ReadOnly = 8, Interrupt = 9, Io = 10, Corrupt = 11,
        Full = 13, CannotOpen = 14, Protocol = 15, Schema = 17, NotADatabase = 26;

    /// <summary>A failure before COMMIT, or of a read: nothing was applied.</summary>
    public static RecordTableException Of(SqliteException fault, string file) => fault.SqliteErrorCode switch
    {
        Busy or Locked => new(TableFault.Transient, $"'{file}' is locked by another program.", inner: fault),
        NoMemory or Interrupt or Io or Protocol or Schema => new(TableFault.Transient, $"'{file}': {fault.Message}", inner: fault),
        Corrupt or NotADatabase => new(TableFault.Broken,
            $"'{file}' is damaged or is not a database. Stop the program and restore the file from a backup. ({fault.Message})", inner: fault),
        ReadOnly or Perm => new(TableFault.Broken, $"'{file}' is read-only. Let the program's user write it and its folder. ({fault.Message})", inner: fault),
        CannotOpen => new(TableFault.Broken, $"'{file}' cannot be opened. ({fault.Message})", inner: fault),
        Full => new(TableFault.Broken, $"The disk that holds '{file}' is full.", inner: fault),
        _ => new(TableFault.Broken, $"'{file}': {fault.Message}", inner: fault),
    };

    /// <summary>A failure of COMMIT itself: unless the file was merely busy, the transaction may be on the disk.</summary>
    public static RecordTableException OfCommit(SqliteException fault, string file) => fault.SqliteErrorCode switch
    {
        Busy or Locked => Of(fault, file),
        _ => new(TableFault.Ambiguous, $"'{file}': the end of a commit failed. ({fault.Message})", inner: fault),
    };
}
