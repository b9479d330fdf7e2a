namespace ArgaliConcessions.Functions.Tests.Architecture;

/// <summary>The repository's files, found from where the tests run.</summary>
public static class SourceTree
{
    /// <summary>The folder with the solution in it.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The projects under src/, by their names without the product's.</summary>
    public static IEnumerable<(string Name, string File)> Projects() =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories).Where(IsWritten).Select(f => (ShortName(f), f));

    /// <summary>The C# files below a folder, but for what a build made.</summary>
    public static IEnumerable<string> CSharp(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories).Where(IsWritten);

    public static string ShortName(string project)
    {
        var name = project.Split('/', '\\')[^1];
        if (name.EndsWith(".csproj", StringComparison.Ordinal)) name = name[..^".csproj".Length];
        return name["ArgaliConcessions.".Length..];
    }

    // The Azure build generates whole projects below obj.
    private static bool IsWritten(string file) => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(s => s is "bin" or "obj");

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "ArgaliConcessions.sln")) ? folder : Find(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))!);
}
