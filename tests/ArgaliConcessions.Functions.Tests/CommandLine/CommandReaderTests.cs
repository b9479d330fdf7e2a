using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Wording;
using ArgaliConcessions.Host.Local.CommandLine;

namespace ArgaliConcessions.Functions.Tests.CommandLine;

public sealed class CommandReaderTests
{
    [Theory]
    [InlineData("", 7071, "data", false)]
    [InlineData("run", 7071, "data", false)]
    [InlineData("--demo --port 0 --data d", 0, "d", true)]
    [InlineData("run --port 65535", 65535, "data", false)]
    public void Read_Run_TakesItsOptions(string line, int port, string folder, bool demo) =>
        Assert.Equal(new Command.Run(folder, port, demo), Read(line));

    [Theory]
    [InlineData("token authority", Role.Authority, "")]
    [InlineData("token Inspector --data d", Role.Inspector, "")]
    [InlineData("token holder --concession a --concession b-1", Role.Holder, "a b-1")]
    public void Read_Token_TakesItsRoleAndConcessions(string line, Role role, string concessions)
    {
        var token = Assert.IsType<Command.Token>(Read(line));

        Assert.Equal(role, token.Role);
        Assert.Equal(concessions, string.Join(' ', token.Concessions));
    }

    [Theory]
    [InlineData("export a.ndjson", "data")]
    [InlineData("export --data d a.ndjson", "d")]
    public void Read_Export_TakesItsFileAndFolder(string line, string folder)
    {
        Assert.Equal(new Command.Export("a.ndjson", folder), Read(line));
        Assert.Equal(new Command.Import("a.ndjson", folder), Read(line.Replace("export", "import", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("token -h")]
    public void Read_Help_OutranksTheRest(string line) => Assert.IsType<Command.Help>(Read(line));

    [Theory]
    [InlineData("serve", "unknown-command")]
    [InlineData("--prot 1", "unknown-option")]
    [InlineData("run run", "unknown-option")]
    [InlineData("run --port", "value-missing")]
    [InlineData("--port -1", "bad-port")]
    [InlineData("--port 65536", "bad-port")]
    [InlineData("--port 7071x", "bad-port")]
    [InlineData("--concession a", "options-do-not-go-together")]
    [InlineData("token", "role-missing")]
    [InlineData("token king", "unknown-role")]
    [InlineData("token link", "unknown-role")]
    [InlineData("token 1", "unknown-role")]
    [InlineData("token authority,auditor", "unknown-role")]
    [InlineData("token holder", "concession-missing")]
    [InlineData("token holder --concession A", "bad-concession")]
    [InlineData("token auditor --concession a", "concession-for-holders-only")]
    [InlineData("token authority --port 1", "options-do-not-go-together")]
    [InlineData("token authority --demo", "options-do-not-go-together")]
    [InlineData("token authority auditor", "unknown-option")]
    [InlineData("export", "file-missing")]
    [InlineData("import --data d", "file-missing")]
    [InlineData("export a b", "unknown-option")]
    [InlineData("import a --port 1", "options-do-not-go-together")]
    [InlineData("export a --demo", "options-do-not-go-together")]
    public void Read_Wrong_SaysWhat(string line, string code)
    {
        var wrong = Assert.IsType<Command.Wrong>(Read(line));

        Assert.Equal(code, wrong.Code);
        Assert.True(Texts.For(Language.English).Has($"cli.{code}"));
    }

    private static Command Read(string line) => CommandReader.Read(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
