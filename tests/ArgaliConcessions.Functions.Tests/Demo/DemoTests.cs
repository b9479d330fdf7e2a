using ArgaliConcessions.Host.Local.Demo;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Functions.Tests.Demo;

/// <summary>The demo as a person starts it, held against what was planted in it, both ways.</summary>
public sealed class DemoTests
{
    private static readonly PlantedFile Planted = PlantedFile.Only;

    [Fact]
    public async Task LoadAsync_EmptyStore_FindsExactlyWhatIsPlanted()
    {
        await using var world = await DemoWorld.StartAsync();
        await LoadAsync(world);
        var (run, found) = await LatestAsync(world);
        Equal(Planted.Cases.SelectMany(c => c.Expected), found);
        Assert.DoesNotContain(found, said => Planted.Innocents.Any(innocent => said.Contains(innocent.Permit, StringComparison.Ordinal)));
        await ActsAreQuotedAsync(world);
        Assert.Single((await LoadAsync(world)).TrimEnd().Split(Environment.NewLine));
        Assert.Equal(run, (await LatestAsync(world)).Run);
    }

    [Fact]
    public async Task LoadAsync_CutShortInTheLaw_GoesOnWhereItWas()
    {
        await using var world = await DemoWorld.StartAsync();
        // Ends between two revisions of the south-eastern concession.
        var law = new DemoVariant().Law.ToList();
        var cut = law.FindIndex(entry => entry.Path == "concessions/demo-southeast") + 2;
        await world.Loading.PutLawAsync(law[..cut], resume: false, CancellationToken.None);
        await LoadAsync(world);
        Equal(Planted.Cases.SelectMany(c => c.Expected), (await LatestAsync(world)).Found);
        var concession = (await world.Client.FindAsync("concessions/demo-southeast", CancellationToken.None))!;
        Assert.Equal(3, (int)concession["revision"]!);
    }

    [Fact]
    public async Task Sweep_AllFaultsTakenAway_FindsNothingAndJudgesAll()
    {
        var clean = new DemoVariant(Planted.Cases);
        await using var world = await DemoWorld.StartAsync();
        await world.PutLawAsync(clean);
        await world.ImportAsync(clean);
        Assert.Empty(await world.SweepAsync());
        var totals = (await world.Client.FindAsync("compliance/runs/latest", CancellationToken.None))!["totals"]!;
        Assert.True((int)totals["judged"]! >= 300);
        Assert.Equal(0, (int)totals["notJudged"]!);
    }

    [Fact]
    public void Innocents_ListedNearMisses_AreInTheData()
    {
        var papers = new DemoVariant().Lists.Where(l => l.List.Kind == "permits").SelectMany(l => l.Keys).Select(k => k.Split('@')[0]).ToHashSet(StringComparer.Ordinal);
        Assert.True(Planted.Innocents.Select(i => i.Name).Distinct(StringComparer.Ordinal).Count() >= 20);
        Assert.All(Planted.Innocents, innocent => Assert.Contains(innocent.Permit, papers));
    }

    [Fact]
    public void Lists_AllYears_HoldAtLeastThreeHundredPermits()
    {
        var permits = new DemoVariant().Lists.Where(l => l.List.Kind == "permits").ToList();
        Assert.True(permits.Sum(l => l.Keys.Count()) >= 300);
        Assert.Equal(7, permits.SelectMany(l => l.Keys.Select(key => l.Cell(key, "year"))).Distinct(StringComparer.Ordinal).Count());
    }

    private static async Task<string> LoadAsync(DemoWorld world)
    {
        using var progress = new StringWriter();
        await world.Services.GetRequiredService<IDemoLoader>().LoadAsync(progress, CancellationToken.None);
        return progress.ToString();
    }

    private static async Task<(string Run, IReadOnlyList<string> Found)> LatestAsync(DemoWorld world)
    {
        var run = (string)(await world.Client.FindAsync("compliance/runs/latest", CancellationToken.None))!["id"]!;
        return (run, await world.ReadAsync(run));
    }

    /// <summary>Whatever law a finding rests on, a neighbour's boundary included, its act is quoted.</summary>
    private static async Task ActsAreQuotedAsync(DemoWorld world)
    {
        var findings = (await world.Client.FindAsync("compliance/findings?status=open&limit=1000", CancellationToken.None))!["items"]!.AsArray();
        Assert.NotEmpty(findings);
        Assert.Empty(findings.SelectMany(f => f!["laws"]!.AsArray()).Where(law => law!["basis"] is null).Select(law => law!["path"]!.ToString()));
    }

    internal static void Equal(IEnumerable<string> expected, IEnumerable<string> found) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
}
