using System.Globalization;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;

namespace ArgaliConcessions.Host.Local.CommandLine;

/// <summary>Reads the command line: <c>[run] [--demo] [--port N] [--data DIR]</c>, <c>token ROLE [--concession C]… [--data DIR]</c>, <c>export FILE [--data DIR]</c>, <c>import FILE [--data DIR]</c>, <c>--help</c>.</summary>
internal static class CommandReader
{
    public const int DefaultPort = 7071;
    public const string DefaultDataFolder = "data";

    public static Command Read(IReadOnlyList<string> args)
    {
        if (args.Any(a => a is "--help" or "-h" or "-?")) return new Command.Help();
        var words = new Words(args);
        return words.Fault ?? words switch
        {
            { Plain: [] or ["run"], Concessions.Count: 0 } => Run(words),
            { Plain: ["token"] } => new Command.Wrong("role-missing"),
            { Plain: ["token", var role], Port: null, Demo: false } => Token(words, role),
            { Plain: ["export" or "import"] } => new Command.Wrong("file-missing"),
            { Plain: ["export", var file], Port: null, Demo: false, Concessions.Count: 0 } => new Command.Export(file, words.DataFolder),
            { Plain: ["import", var file], Port: null, Demo: false, Concessions.Count: 0 } => new Command.Import(file, words.DataFolder),
            { Plain: [not ("run" or "token" or "export" or "import") and var other, ..] } => new Command.Wrong("unknown-command", other),
            { Plain: ["token" or "export" or "import", _, var extra, ..] } => new Command.Wrong("unknown-option", extra),
            { Plain: ["run", var extra, ..] } => new Command.Wrong("unknown-option", extra),
            _ => new Command.Wrong("options-do-not-go-together"),
        };
    }

    private static Command Run(Words words)
    {
        if (words.Port is not { } text) return new Command.Run(words.DataFolder, DefaultPort, words.Demo);
        var isPort = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 0 and <= 65535;
        return isPort ? new Command.Run(words.DataFolder, port, words.Demo) : new Command.Wrong("bad-port", text);
    }

    private static Command Token(Words words, string name)
    {
        if (!Enum.TryParse<Role>(name, ignoreCase: true, out var role) || role is Role.Anyone or Role.Link || !char.IsAsciiLetter(name[0])) return new Command.Wrong("unknown-role", name);
        if (words.Concessions.FirstOrDefault(c => !IdRules.IsId(c)) is { } bad) return new Command.Wrong("bad-concession", bad);
        if (role == Role.Holder && words.Concessions.Count == 0) return new Command.Wrong("concession-missing");
        if (role != Role.Holder && words.Concessions.Count > 0) return new Command.Wrong("concession-for-holders-only", name);
        return new Command.Token(words.DataFolder, role, words.Concessions);
    }

    /// <summary>The arguments sorted into plain words and options.</summary>
    private sealed class Words
    {
        public Words(IReadOnlyList<string> args)
        {
            for (var i = 0; i < args.Count && Fault is null; i++)
            {
                if (args[i] == "--demo") Demo = true;
                else if (!args[i].StartsWith('-')) Plain.Add(args[i]);
                else if (args[i] is not ("--port" or "--data" or "--concession")) Fault = new Command.Wrong("unknown-option", args[i]);
                else if (i + 1 >= args.Count || args[i + 1].Length == 0) Fault = new Command.Wrong("value-missing", args[i]);
                else Take(args[i], args[++i]);
            }
        }

        public List<string> Plain { get; } = [];

        public List<string> Concessions { get; } = [];

        public string? Port { get; private set; }

        public string DataFolder { get; private set; } = DefaultDataFolder;

        public bool Demo { get; private set; }

        public Command.Wrong? Fault { get; }

        private void Take(string option, string value)
        {
            if (option == "--port") Port = value;
            else if (option == "--data") DataFolder = value;
            else Concessions.Add(value);
        }
    }
}
