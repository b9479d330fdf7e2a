namespace ArgaliConcessions.Functions.Tests.Walk;

/// <summary>A test that runs shell commands: skipped where bash or curl is missing, but not on CI, where nothing may be.</summary>
public sealed class BashFactAttribute : FactAttribute
{
    private static readonly string[] Tools = ["bash", "curl"];

    public BashFactAttribute()
    {
        var missing = OperatingSystem.IsWindows() ? Tools : [.. Tools.Where(tool => !IsThere(tool))];
        if (missing.Length > 0 && Environment.GetEnvironmentVariable("CI") != "true") Skip = $"missing part: {string.Join(", ", missing)}";
    }

    private static bool IsThere(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)));
}
