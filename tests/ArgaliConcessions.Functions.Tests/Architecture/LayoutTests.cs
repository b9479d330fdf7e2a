namespace ArgaliConcessions.Functions.Tests.Architecture;

/// <summary>Files stay small, and the folders of one project are those of the others.</summary>
public sealed class LayoutTests
{
    private const int MostLines = 250;
    private static readonly string[] Features = ["Concessions", "Zones", "Seasons", "Quotas", "Permits", "Harvests", "Inspections", "Compliance", "Surveys"];

    /// <summary>What is no feature, with the projects that have it.</summary>
    private static readonly Dictionary<string, string[]> Others = new(StringComparer.Ordinal)
    {
        ["Domain"] = ["Law"],
        ["Application"] = ["Law", "Records", "Jobs", "Imports"],
        ["Functions"] = ["Law", "Jobs", "Imports", "Links", "Pages", "Http", "Service", "Spreadsheets", "Texts", "Wording"],
    };

    [Fact]
    public void Files_InSrc_AreShort() =>
        Assert.Equal([], SourceTree.CSharp("src").Where(f => File.ReadLines(f).Count() > MostLines).Select(f => Path.GetRelativePath(SourceTree.Root, f)));

    [Theory]
    [InlineData("Domain")]
    [InlineData("Application")]
    [InlineData("Functions")]
    public void Folders_OfAProject_AreFeaturesOrNamedHere(string project)
    {
        var folder = Path.Combine(SourceTree.Root, "src", $"ArgaliConcessions.{project}");
        var names = SourceTree.CSharp(folder).Select(f => Path.GetRelativePath(folder, f).Split(Path.DirectorySeparatorChar)).Where(p => p.Length > 1).Select(p => p[0]);

        Assert.Equal([], names.Distinct(StringComparer.Ordinal).Except([.. Features, .. Others[project]], StringComparer.Ordinal));
    }

    [Fact]
    public void Features_OfTheDomain_AreAllThere() =>
        Assert.All(Features, f => Assert.True(Directory.Exists(Path.Combine(SourceTree.Root, "src", "ArgaliConcessions.Domain", f)), f));
}
