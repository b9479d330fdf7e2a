namespace ArgaliConcessions.Functions.Tests.Demo;

/// <summary>Taking one fault away takes exactly its findings away. Each case has a store of its own, a copy of one that was loaded once.</summary>
public sealed class OneFaultTests(OneFaultTests.LoadedStores loaded) : IClassFixture<OneFaultTests.LoadedStores>
{
    public static TheoryData<string> Names => [.. PlantedFile.Only.Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Sweep_OneFaultTakenAway_LosesExactlyItsFindings(string name)
    {
        var repaired = PlantedFile.Only.Cases.Single(c => c.Name == name);
        await using var world = await RepairedAsync(repaired);
        DemoTests.Equal(PlantedFile.Only.Cases.Where(c => c != repaired).SelectMany(c => c.Expected), await world.SweepAsync());
    }

    /// <summary>What can be told by next month's lists is: the rest begins again.</summary>
    private async Task<DemoWorld> RepairedAsync(PlantedCase repaired)
    {
        var variant = new DemoVariant(repaired);
        if (DemoVariant.ChangesTheLaw(repaired))
        {
            var world = await DemoWorld.StartAsync();
            await world.PutLawAsync(variant);
            await world.ImportAsync(variant);
            return world;
        }

        if (DemoVariant.TakesRowsAway(repaired))
        {
            var world = await DemoWorld.StartAsync(loaded.Law);
            await world.ImportAsync(variant);
            return world;
        }

        var full = await DemoWorld.StartAsync(loaded.Full);
        await full.ImportAsync(variant.ChangedLists);
        return full;
    }

    /// <summary>A store with the demo's law, and one with the lists and a sweep too; nobody works in them.</summary>
    public sealed class LoadedStores : IAsyncLifetime
    {
        public string Law { get; private set; } = "";

        public string Full { get; private set; } = "";

        public async Task InitializeAsync()
        {
            var law = await DemoWorld.StartAsync();
            await law.PutLawAsync(new DemoVariant());
            await law.StopAsync();
            Law = law.Folder;
            var full = await DemoWorld.StartAsync(Law);
            await full.ImportAsync(new DemoVariant());
            await full.SweepAsync();
            await full.StopAsync();
            Full = full.Folder;
        }

        public Task DisposeAsync()
        {
            foreach (var folder in new[] { Law, Full }.Where(Directory.Exists)) Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        }
    }
}
