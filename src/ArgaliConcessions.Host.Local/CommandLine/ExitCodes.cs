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
}
