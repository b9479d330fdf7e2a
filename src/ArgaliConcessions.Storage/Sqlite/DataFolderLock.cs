using ArgaliConcessions.Application.Records;
using NodaTime;

namespace ArgaliConcessions.Storage.Sqlite;

/// <summary>
/// An exclusive lock on the data folder: one host at a time. The system lets go of it when the process ends, however
/// it ends. Who holds it stands in a second file, since a locked file cannot be read.
/// </summary>
internal sealed class DataFolderLock : IDisposable
{
    private readonly FileStream held;
    private readonly string holderFile;

    private DataFolderLock(FileStream held, string holderFile)
    {
        this.held = held;
        this.holderFile = holderFile;
    }

    /// <exception cref="DataFolderInUseException">Another host holds it.</exception>
    /// <exception cref="RecordStoreException">The folder cannot be made or written.</exception>
    public static DataFolderLock Take(string folder, TimeProvider time)
    {
        var holderFile = Path.Combine(folder, "store.lock.holder");
        var held = Open(folder, holderFile);
        try
        {
            File.WriteAllText(holderFile, Self(time));
            return new DataFolderLock(held, holderFile);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            held.Dispose();
            throw CannotWrite(folder, fault);
        }
    }

    public void Dispose()
    {
        // The lock file itself stays: were it deleted, two hosts could hold locks on two files of one name.
        File.Delete(holderFile);
        held.Dispose();
    }

    private static FileStream Open(string folder, string holderFile)
    {
        var file = Path.Combine(folder, "store.lock");
        try
        {
            Directory.CreateDirectory(folder);
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (Directory.Exists(folder) && !Directory.Exists(file))
        {
            throw IsHeld(fault) ? new DataFolderInUseException(folder, HolderIn(holderFile)) : CannotWrite(folder, fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(folder, fault);
        }
    }

    /// <summary>A sharing violation of Windows, or EWOULDBLOCK of flock (11 on Linux, 35 on macOS).</summary>
    private static bool IsHeld(IOException fault) => fault.HResult is unchecked((int)0x80070020) or 11 or 35;

    private static string? HolderIn(string holderFile)
    {
        try
        {
            return File.ReadAllText(holderFile);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string Self(TimeProvider time) => FormattableString.Invariant(
        $"process {Environment.ProcessId} on {Environment.MachineName} since {Instant.FromDateTimeOffset(time.GetUtcNow())}");

    private static RecordStoreException CannotWrite(string folder, Exception fault) =>
        new($"The data folder '{folder}' cannot be written: {fault.Message}", inner: fault);
}
