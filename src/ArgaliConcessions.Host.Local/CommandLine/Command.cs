using ArgaliConcessions.Functions.Http;

namespace ArgaliConcessions.Host.Local.CommandLine;

/// <summary>What the command line asks for.</summary>
internal abstract record Command
{
    private Command()
    {
    }

    /// <summary>Serve until stopped.</summary>
    public sealed record Run(string DataFolder, int Port, bool Demo) : Command;

    /// <summary>Print a token.</summary>
    public sealed record Token(string DataFolder, Role Role, IReadOnlyList<string> Concessions) : Command;

    /// <summary>Copy the store into an archive.</summary>
    public sealed record Export(string File, string DataFolder) : Command;

    /// <summary>Copy an archive into an empty store.</summary>
    public sealed record Import(string File, string DataFolder) : Command;

    public sealed record Help : Command;

    /// <summary>It cannot be understood; worded by <c>cli.code</c>.</summary>
    public sealed record Wrong(string Code, string Value = "") : Command;
}
