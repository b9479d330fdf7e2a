using System.Reflection;
using System.Xml.Linq;

namespace ArgaliConcessions.Functions.Tests.Architecture;

/// <summary>The arrows between the projects, as src/README.md draws them.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Application"] = ["Domain"],
        ["Storage"] = ["Application", "Compat.AzureDataTables"],
        ["Functions"] = ["Application", "Compat.FunctionsWorker"],
        ["Compat.FunctionsWorker"] = [],
        ["Compat.AzureDataTables"] = [],
        ["Host.Local"] = ["Functions", "Storage"],
        ["Host.Azure"] = ["Functions", "Storage"],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Fact]
    public void Projects_AllOfThem_AreNamedHere() =>
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), SourceTree.Projects().Select(p => p.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_ByItsFile_RefersOnlyToItsNeighbours(string project)
    {
        var file = XDocument.Load(SourceTree.Projects().Single(p => p.Name == project).File);
        var references = file.Descendants("ProjectReference").Select(r => SourceTree.ShortName(r.Attribute("Include")!.Value));

        Assert.Equal([], references.Except(Allowed[project], StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(typeof(Domain.Law.LegalBasis))]
    [InlineData(typeof(Application.Refusal))]
    [InlineData(typeof(Registration))]
    [InlineData(typeof(ArgaliConcessions.Storage.RecordStore))]
    public void Assembly_AsBuilt_UsesOnlyWhatItsLayerMaySee(Type layer)
    {
        var seen = Reachable(Allowed, SourceTree.ShortName(layer.Assembly.GetName().Name!)).ToHashSet(StringComparer.Ordinal);
        var ours = layer.Assembly.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(n => n.StartsWith("ArgaliConcessions", StringComparison.Ordinal)).Select(SourceTree.ShortName);

        Assert.Equal([], ours.Where(n => !seen.Contains(n)));
    }

    [Fact]
    public void Domain_AsBuilt_KnowsNoJsonNoFilesNoServices()
    {
        string[] allowed = ["System.Runtime", "System.Collections", "System.Linq", "System.Memory", "NetTopologySuite", "NodaTime", "ProjNet"];
        string[] barred = ["System.Text.Json", "System.Net", "System.IO.FileSystem", "Microsoft.Extensions", "Microsoft.AspNetCore", "Microsoft.Data"];
        var references = typeof(Domain.Law.LegalBasis).Assembly.GetReferencedAssemblies().Select(a => a.Name!).ToArray();

        Assert.Contains(references, allowed.Contains);
        Assert.Equal([], references.Where(r => barred.Any(b => r.StartsWith(b, StringComparison.Ordinal))));
    }

    private static IEnumerable<string> Reachable(Dictionary<string, string[]> arrows, string from) =>
        arrows[from].Concat(arrows[from].SelectMany(next => Reachable(arrows, next)));
}
