namespace ArgaliConcessions.Host.Local.CommandLine;

/// <summary>The exit codes of the local host.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The data folder, or the key in it, cannot be used.</summary>
    public const int DataFolder = 3;

    /// <summary>The port is taken.</summary>
    public const int Port = 4;

    /// <summary>The archive is damaged, or cannot be made or taken in.</summary>
    public const int Archive = 5;

    /// <summary>Stopped by Ctrl-C with the work half done; by custom 128 and the signal's number.</summary>
    public const int Stopped = 130;
}
