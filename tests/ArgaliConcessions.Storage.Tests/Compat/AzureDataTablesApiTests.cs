using Azure.Data.Tables;

namespace ArgaliConcessions.Storage.Tests.Compat;

/// <summary>The stand-in has the signatures of the real package, to the letter. Run in both builds: one list holds both assemblies.</summary>
public sealed class AzureDataTablesApiTests
{
    private static readonly IReadOnlyList<string> There = PublicSignatures.Of(typeof(TableClient).Assembly);

    private static bool IsOurs => typeof(TableClient).Assembly.GetName().Name!.StartsWith("ArgaliConcessions.", StringComparison.Ordinal);

    [Fact]
    public void EveryMember_OfTheList_IsThereAsListed() => Assert.Equal([], Listed().Except(There, StringComparer.Ordinal));

    [Fact]
    public void Assembly_WhenItIsOurs_HasNothingBeyondTheList() =>
        Assert.Equal([], IsOurs ? There.Except(Listed(), StringComparer.Ordinal) : []);

    [Fact]
    public void List_ItsFirstLine_NamesThePackage()
    {
        Assert.StartsWith("# Azure.Data.Tables 12.11.0: ", Lines()[0], StringComparison.Ordinal);
        // The version that the list was made from is the one that the other build takes.
        if (!IsOurs) Assert.Equal(new Version(12, 11, 0, 0), typeof(TableClient).Assembly.GetName().Version);
    }

    private static IEnumerable<string> Listed() => Lines().Where(l => l.Length > 0 && l[0] != '#');

    private static string[] Lines()
    {
        using var reader = new StreamReader(typeof(AzureDataTablesApiTests).Assembly.GetManifestResourceStream("AzureDataTablesApi.txt")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
    }
}
