using System.Security.Cryptography;
using System.Text;
using ArgaliConcessions.Application.Concessions;
using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Imports.Registry;
using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Seasons;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Domain.Concessions;

namespace ArgaliConcessions.Application.Tests.Imports;

/// <summary>A register into which tests import lists of concessions, seasons and quotas.</summary>
internal sealed class RegistryLists(TestRegister register) : IDisposable
{
    public const string Act = "basisTitle,basisNumber,basisPublishedOn";
    public const string AnAct = "Order,No. 2,2014-02-01";

    private int _key;

    public TestRegister Register => register;

    public PutConcession PutConcession => new(register.Library, new ConcessionDirectory(register.Store, register.Chain), register.Chain, register.Calendar);

    public PutSeason PutSeason => new(register.Library, register.Chain, register.Calendar);

    public PutNationalQuota PutQuota => new(register.Library, register.Chain, register.Store);

    public static async Task<RegistryLists> OpenAsync() => new(await TestRegister.OpenAsync());

    public async Task<ImportAnswer> TryAsync(string kind, string list, bool update = false) => Done(await RunAsync(kind, list, update, dryRun: true));

    public async Task<ImportAnswer> ImportAsync(string kind, string list, bool update = false) => Done(await RunAsync(kind, list, update));

    public async Task<ImportAnswer> ImportBytesAsync(string kind, byte[] bytes) => Done(await RunAsync(kind, bytes));

    public Task<Outcome<ImportAnswer>> RunAsync(string kind, string list, bool update = false, bool dryRun = false, string? key = null) =>
        RunAsync(kind, Encoding.UTF8.GetBytes(list), update, dryRun, key);

    private async Task<Outcome<ImportAnswer>> RunAsync(string kind, byte[] bytes, bool update = false, bool dryRun = false, string? key = null)
    {
        var (store, library, chain) = (register.Store, register.Library, register.Chain);
        var request = new ImportRequest(bytes, new ListSource("list"), dryRun, "clerk", new JobKey(kind, key ?? $"key-{++_key}", Convert.ToHexString(SHA256.HashData(bytes))))
        {
            Update = update,
        };
        var kept = new KeptImports(library, store, chain);
        var recording = new ListRecording(kept, register.Time);
        return kind switch
        {
            "concessions" => await new ImportConcessions(recording, kept, library, new ConcessionDirectory(store, chain), PutConcession).RunAsync(request, default),
            "seasons" => await new ImportSeasons(recording, kept, library, store, PutSeason, register.Calendar).RunAsync(request, default),
            _ => await new ImportQuotas(recording, kept, library, store, register.Lines, PutQuota, register.SetLine, register.Operations, register.Calendar).RunAsync(request, default),
        };
    }

    public async Task<ConcessionTerms?> ConcessionAsync(string id) =>
        (await register.Library.ConcessionAsync(id, LawFreshness.Checked, default))?.Concession.Terms.Latest.Value;

    public static string[] Faults(ImportAnswer answer) => [.. answer.Preview.Faults.Select(f => $"{f.Line} {f.Column} {f.Code}")];

    public static string[] Actions(ImportAnswer answer) => [.. answer.Lines!.Value.Select(l => $"{l.Line} {l.Address} {l.Action}")];

    public void Dispose() => register.Dispose();

    private static ImportAnswer Done(Outcome<ImportAnswer> outcome) => Assert.IsType<Outcome<ImportAnswer>.Done>(outcome).Value;
}
