using System.Diagnostics;
using System.Globalization;
using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Permits.Validity;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Permits;
using NodaTime;

namespace ArgaliConcessions.Benchmarks;

/// <summary>Fills three registers, two of them under the same law, sweeps each, and asks for verdicts in the largest.</summary>
internal sealed class Bench(IReadOnlyList<BenchmarkZone> zones, string folder, TextWriter output)
{
    private const int Each = 250;
    private const int Few = 8;
    private const int Checks = 4000;

    public async Task RunAsync()
    {
        var concessions = zones.Count / Filling.ZonesEach;
        var (small, thin, large) = (Path.Combine(folder, "small"), Path.Combine(folder, "thin"), Path.Combine(folder, "large"));
        await FillLawAsync(small, Few);
        await FillLawAsync(large, concessions);
        Copy(large, thin);
        await FillPermitsAsync(small, Few, Few * Each);
        await FillPermitsAsync(thin, concessions, Few * Each);
        await FillPermitsAsync(large, concessions, concessions * Each);
        var (first, second, third) = (await SweepAsync(small), await SweepAsync(thin), await SweepAsync(large));
        await WriteAsync(Few, first);
        await WriteAsync(concessions, second);
        await WriteAsync(concessions, third);
        await output.WriteLineAsync(Text($"Time per permit at {third.Permits:N0} against {second.Permits:N0} under the same law: first sweep {third.FirstEach / second.FirstEach:0.00}x, later sweeps {third.LaterEach / second.LaterEach:0.00}x."));
        await output.WriteLineAsync(Text($"A permit more under the same law: {(third.Later - second.Later) / (third.Permits - second.Permits):0.000} ms; the rest is the law's: its {zones.Count:N0} zones are held against one another in every sweep."));
        await CheckAsync(large);
    }

    private async Task FillLawAsync(string data, int concessions)
    {
        var watch = Stopwatch.StartNew();
        await using (var filling = await Filling.OpenAsync(data)) await filling.LawAsync(zones, concessions, Each);
        await output.WriteLineAsync(Text($"Entered {concessions} concessions with {concessions * Filling.ZonesEach} zones in {watch.Elapsed.TotalSeconds:0} s."));
    }

    private async Task FillPermitsAsync(string data, int concessions, int permits)
    {
        var watch = Stopwatch.StartNew();
        await using (var filling = await Filling.OpenAsync(data)) await filling.PermitsAsync(zones, concessions, permits);
        await output.WriteLineAsync(Text($"Imported {permits:N0} permits and {permits / 2:N0} harvests in {watch.Elapsed.TotalSeconds:0} s."));
    }

    private static async Task<Swept> SweepAsync(string data)
    {
        var (first, run) = await TimeAsync(data);
        var later = Math.Min((await TimeAsync(data)).Milliseconds, (await TimeAsync(data)).Milliseconds);
        await using var register = new Register(data);
        var peak = await PeakMemory.OfAsync(register.SweepAsync);
        return new Swept(run.Totals!.Judged, run.Totals.Flagged, first, later, peak);
    }

    private static async Task<(double Milliseconds, Application.Compliance.Runs.Run Run)> TimeAsync(string data)
    {
        await using var register = new Register(data);
        var watch = Stopwatch.StartNew();
        var run = await register.SweepAsync();
        return (watch.Elapsed.TotalMilliseconds, run);
    }

    private Task WriteAsync(int concessions, Swept swept) => output.WriteLineAsync(Text(
        $"Sweep of {swept.Permits,6:N0} permits in {concessions,3} concessions: first {swept.FirstEach:0.000} ms, later {swept.LaterEach:0.000} ms a permit; {swept.Flagged:N0} flagged; peak {swept.PeakMebibytes:0} MiB live."));

    private async Task CheckAsync(string data)
    {
        await using var register = new Register(data);
        var (check, store) = (register.Get<CheckValidity>(), register.Store);
        var concessions = zones.Count / Filling.ZonesEach;
        var places = Enumerable.Range(0, Checks).Select(i => (Concession: i % concessions, Serial: 1 + (i * 7 % Each))).ToArray();
        for (var i = 0; i < concessions; i++) await AskAsync(check, i, 1);
        var before = store.Reads;
        var watch = Stopwatch.StartNew();
        foreach (var (concession, serial) in places) await AskAsync(check, concession, serial);
        var (asked, reads) = (watch.Elapsed, store.Reads - before);
        watch.Restart();
        foreach (var (concession, serial) in places) await store.FindAsync(new RecordKey(Partitions.Ledger(Filling.Concession(concession), "2014"), LedgerRows.Permit(serial)), CancellationToken.None);
        var bare = watch.Elapsed;
        await output.WriteLineAsync(Text(
            $"Validity with a position: {(double)reads / Checks:0.00} reads a check; {asked.TotalMicroseconds / Checks:0} us, {asked / bare:0.0}x a bare point read ({bare.TotalMicroseconds / Checks:0} us)."));
    }

    private async Task AskAsync(CheckValidity check, int concession, int serial)
    {
        var number = new PermitNumber("TJ", "2014", $"C{concession:000}", serial).ToString();
        var place = zones[concession * Filling.ZonesEach];
        var question = new ValidityQuestion(Instant.FromUtc(2014, 9, 10, 6, 0), null, new GeoPosition(place.Lon, place.Lat, 10), null);
        var answer = await check.OfNumberAsync(number, question, Viewer.Everything, CancellationToken.None);
        if (answer is not Application.Outcome<VerdictView>.Done) throw new InvalidOperationException($"{number}: {answer}");
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Swept(long Permits, long Flagged, double First, double Later, long Peak)
    {
        public double FirstEach => First / Permits;

        public double LaterEach => Later / Permits;

        public double PeakMebibytes => Peak / 1048576.0;
    }
}
