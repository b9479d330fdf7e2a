using System.Text.Json;

namespace ArgaliConcessions.Simulation.Mutations;

/// <summary>The planted bugs still fit the source that they are planted in; <c>scripts/check-mutations</c> plants them.</summary>
public sealed class MutationListTests
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static TheoryData<string> Ids() => [.. Read().Select(m => m.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Mutation_FindsItsPlaceOnce_AndChangesOneLine(string id)
    {
        var mutation = Read().Single(m => m.Id == id);
        var source = File.ReadAllText(Path.Combine(Root(AppContext.BaseDirectory), mutation.File));

        Assert.Equal(2, source.Split(mutation.Find).Length);
        Assert.NotEqual(mutation.Find, mutation.Replace);
        Assert.DoesNotContain('\n', mutation.Find + mutation.Replace);
        Assert.NotEmpty(mutation.Breaks);
    }

    private static List<Mutation> Read() =>
        JsonSerializer.Deserialize<List<Mutation>>(File.ReadAllText(Path.Combine(Root(AppContext.BaseDirectory), "tests/ArgaliConcessions.Simulation/Mutations/mutations.json")), Options)!;

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "ArgaliConcessions.sln")) ? folder : Root(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))!);

    /// <param name="Breaks">What goes wrong with it, in words.</param>
    private sealed record Mutation(string Id, string File, string Find, string Replace, string Breaks);
}
