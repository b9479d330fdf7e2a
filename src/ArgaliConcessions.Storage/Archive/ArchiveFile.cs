namespace ArgaliConcessions.Storage.Archive;

/// <summary>Opens archives. They hold hunters' names and passports: what is made is its owner's only.</summary>
public static class ArchiveFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>What an archive is called while it is written.</summary>
    public static string PartialOf(string file) => file + ".partial";

    /// <summary>Opens an archive to read. No other program is to write it meanwhile.</summary>
    /// <exception cref="ArchiveException">There is none, or it cannot be read.</exception>
    public static FileStream OpenToRead(string file) => Open(file, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.Read });

    /// <summary>Opens what there is of an archive to go on with, or makes an empty file.</summary>
    /// <exception cref="ArchiveException">It cannot be written, or another export writes it.</exception>
    internal static FileStream OpenPartial(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 128 * 1024 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        return Open(PartialOf(file), options);
    }

    /// <summary>Gives a complete archive its name.</summary>
    /// <exception cref="ArchiveException">There is a file of that name by now.</exception>
    internal static void Complete(string file)
    {
        try
        {
            File.Move(PartialOf(file), file, overwrite: false);
        }
        catch (IOException fault)
        {
            throw new ArchiveException("file-unusable", detail: fault.Message, inner: fault);
        }
    }

    private static FileStream Open(string file, FileStreamOptions options)
    {
        try
        {
            return new FileStream(file, options);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveException("file-unusable", detail: fault.Message, inner: fault);
        }
    }
}
