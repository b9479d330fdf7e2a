using System.Text.RegularExpressions;

namespace ArgaliConcessions.Functions.Tests.Architecture;

/// <summary>Rules about the source text itself.</summary>
public sealed partial class SourceRuleTests
{
    [Fact]
    public void Source_OutsideCompat_HasNoConditionalCompilation()
    {
        var files = SourceTree.CSharp("src").Where(f => !f.Contains($"{Path.DirectorySeparatorChar}Compat{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

        Assert.Equal([], files.Where(f => Conditional().IsMatch(File.ReadAllText(f))));
    }

    [Fact]
    public void Source_NamespacesFollowFolders()
    {
        var strays = SourceTree.Projects().SelectMany(p => SourceTree.CSharp(Path.GetDirectoryName(p.File)!)
            .Where(f => !p.Name.StartsWith("Compat", StringComparison.Ordinal) && Stray(f, p.File, p.Name)));

        Assert.Empty(strays);
    }

    [Fact]
    public void Compat_EveryFile_SaysWhatItStandsFor() => Assert.All(
        SourceTree.CSharp("src/Compat"), f => Assert.Contains("<summary>Stands for", File.ReadAllText(f), StringComparison.Ordinal));

    private static bool Stray(string file, string project, string name)
    {
        var declared = Namespace().Match(File.ReadAllText(file));
        if (!declared.Success) return false;
        var folder = Path.GetRelativePath(Path.GetDirectoryName(project)!, Path.GetDirectoryName(file)!);
        var expected = "ArgaliConcessions." + name + (folder == "." ? "" : "." + folder.Replace(Path.DirectorySeparatorChar, '.'));
        return declared.Groups[1].Value != expected;
    }

    [GeneratedRegex(@"^\s*#\s*(if|elif|define)\b", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Conditional();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Namespace();
}
