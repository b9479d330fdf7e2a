using ArgaliConcessions.Benchmarks;

// One argument or ARGALI_ZONES: a GeoJSON file (.gz too) with real boundaries; else the usual place, else drawn ones.
var zones = BenchmarkZones.Read(args.FirstOrDefault() ?? Environment.GetEnvironmentVariable("ARGALI_ZONES"));
Console.WriteLine($"Boundaries: {zones.Source}; {zones.All.Count} zones, {zones.All.Average(z => z.Vertices):0} vertices on average.");
var folder = Directory.CreateTempSubdirectory("argali-bench-").FullName;
try
{
    await new Bench(zones.All, folder, Console.Out).RunAsync();
    return 0;
}
finally
{
    Directory.Delete(folder, recursive: true);
}
