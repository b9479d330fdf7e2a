using System.Security.Cryptography;
using ArgaliConcessions.Functions.Http.Tokens;

namespace ArgaliConcessions.Host.Local.Keys;

/// <summary>The host's key in the data folder: made once, readable by its owner only. Who can read it can sign tokens.</summary>
internal static class KeyFile
{
    public const string Name = "signing-key.pem";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads the key of a data folder; nothing else there is touched, so a running server is not disturbed.</summary>
    /// <exception cref="KeyFileException">There is none (<c>key-missing</c>), or it cannot be read (<c>key-unreadable</c>).</exception>
    public static HostKey Read(string dataFolder)
    {
        var file = PathIn(dataFolder);
        try
        {
            return PemKeys.ReadOne(File.ReadAllText(file));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new KeyFileException("key-missing", file, missing);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new KeyFileException("key-unreadable", file, fault);
        }
    }

    /// <summary>Reads the key, or makes it when the folder has none yet. Of several hosts that start at once on an empty folder one makes it.</summary>
    /// <exception cref="KeyFileException">It cannot be read or written.</exception>
    public static HostKey ReadOrMake(string dataFolder)
    {
        if (!File.Exists(PathIn(dataFolder))) Make(dataFolder);
        return Read(dataFolder);
    }

    private static void Make(string dataFolder)
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var file = PathIn(dataFolder);
        // Written beside and moved: a crash half-way must not leave half a key.
        var draft = $"{file}.{Guid.NewGuid():N}.new";
        try
        {
            Directory.CreateDirectory(dataFolder);
            File.Delete(draft);
            using (var stream = new FileStream(draft, Options())) stream.Write(System.Text.Encoding.ASCII.GetBytes(ecdsa.ExportPkcs8PrivateKeyPem() + "\n"));
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another host was faster: its key is ours too.
            File.Delete(draft);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new KeyFileException("key-unwritable", file, fault);
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        return options;
    }

    private static string PathIn(string dataFolder) => Path.Combine(dataFolder, Name);
}

/// <summary>The key file cannot be used; worded by <c>cli.code</c>.</summary>
internal sealed class KeyFileException(string code, string file, Exception cause) : Exception($"{code}: {file}", cause)
{
    public string Code { get; } = code;

    public string File { get; } = file;
}
