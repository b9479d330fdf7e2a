using System.Text.Json;
using System.Text.RegularExpressions;
using ArgaliConcessions.Functions.Service;
using ArgaliConcessions.Functions.Tests.Architecture;

namespace ArgaliConcessions.Functions.Tests.Docs;

/// <summary>The templates in infra/ set what the program reads, and infra/README.md names it.</summary>
public sealed partial class InfraTests
{
    private static readonly string Template = File.ReadAllText(Path.Combine(SourceTree.Root, "infra", "main.bicep"));

    [Fact]
    public void Template_SettingsOfTheProgram_AreThoseOfTheTableAndNoOther()
    {
        var set = Setting().Matches(Template).Select(m => m.Groups[1].Value).Where(n => !n.StartsWith("AzureWebJobs", StringComparison.Ordinal));

        Assert.Equal(
            set.Select(n => n.Replace("__", ":", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal),
            Page.Infra.Rows("Settings in Azure").Select(row => Page.Code(row[0]).Single()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Template_Schedules_AreThoseOfTheTimersWithTheDefaultsOfTheTable() => Assert.Equal(
        Page.Infra.Rows("Schedules").Select(row => string.Join(' ', row.Take(2).SelectMany(Page.Code))).Order(StringComparer.Ordinal),
        Schedule().Matches(Template).Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value}").Order(StringComparer.Ordinal));

    [Fact]
    public void HostFile_CategoriesOfFunctions_AreFunctionsThatExist()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(SourceTree.Root, "host.json")));
        var named = host.RootElement.GetProperty("logging").GetProperty("logLevel").EnumerateObject()
            .Select(l => Category().Match(l.Name)).Where(m => m.Success).Select(m => m.Groups[1].Value).ToArray();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, FunctionList.In(typeof(Registration).Assembly).Select(f => f.Name)));
    }

    [Theory]
    [InlineData("The night's sweep failed: 20261125-020003-x1")]
    [InlineData("The night's sweep is late; the last complete one: none")]
    [InlineData("Job sweep 20261125-020003-x1 is now Done (late: False)")]
    [InlineData("Request r-17 failed: GET /api/years")]
    public void Alerts_ALineThatTheProgramLogs_IsFoundByOneOfThem(string line)
    {
        var alerts = File.ReadAllText(Path.Combine(SourceTree.Root, "infra", "modules", "alerts.bicep"));
        var logged = SourceTree.CSharp("src").SelectMany(file => Logged().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value));

        Assert.Single(logged, message => Regex.IsMatch(line, $"^{Placeholder().Replace(Regex.Escape(message), ".*")}$", RegexOptions.NonBacktracking));
        Assert.Single(Wanted().Matches(alerts), m => line.StartsWith(m.Groups[1].Value, StringComparison.Ordinal) && line.Contains(m.Groups[2].Value, StringComparison.Ordinal));
        Assert.Equal(4, Wanted().Count(alerts));
    }

    [GeneratedRegex(@"LoggerMessage\([^\n]*Message = ""([^""]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex Logged();

    [GeneratedRegex(@"\\{\w+}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"message startswith ""([^""]+)""(?: and message contains ""([^""]+)"")?", RegexOptions.NonBacktracking)]
    private static partial Regex Wanted();

    [GeneratedRegex(@"\b([A-Z][A-Za-z]*(?:__[A-Z][A-Za-z]*)+):", RegexOptions.NonBacktracking)]
    private static partial Regex Setting();

    [GeneratedRegex(@"\b(\w+Schedule): '([^']+)'", RegexOptions.NonBacktracking)]
    private static partial Regex Schedule();

    [GeneratedRegex(@"^Function\.(\w+)\.User$", RegexOptions.NonBacktracking)]
    private static partial Regex Category();
}
