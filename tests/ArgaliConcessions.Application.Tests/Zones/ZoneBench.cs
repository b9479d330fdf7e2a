using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Tests.Zones;

/// <summary>Records square zones of a tenth of a degree, as another instance of the program would: with a memory of its own.</summary>
public sealed class ZoneBench(TestRegister register)
{
    private readonly LawLibrary _library = new(register.Store, register.Time, new LawLibraryOptions());
    private readonly LegalCalendar _calendar = new(register.Time);

    public PutZone PutZone => new(_library, register.Chain, register.Store, register.Ids, _calendar);

    public SettleZoneClaims Settle => new(_library, register.Chain, register.Store, register.Ids, _calendar);

    public ImportZones Import => new(_library, PutZone, register.Chain, register.Store, _calendar);

    public Task<Outcome<ZoneReading>> TryAsync(string concession, string zone, double west, double south, string? ifMatch = null) =>
        PutZone.RunAsync(concession, zone, Draft(west, south), new Precondition(ifMatch, false), TestRegister.Clerk, default);

    public async Task PutAsync(string concession, string zone, double west, double south) =>
        Assert.IsType<Outcome<ZoneReading>.Done>(await TryAsync(concession, zone, west, south));

    public static ZoneDraft Draft(double west, double south)
    {
        (double, double)[] ring = [(west, south), (west + 0.1, south), (west + 0.1, south + 0.1), (west, south + 0.1), (west, south)];
        return new ZoneDraft(
            LocalizedNames.Of("en", "Zone"), ZoneKind.Hunting, new LocalDate(2010, 1, 1), null, TestLaw.Act, null, null, null,
            new DrawnShape([[ring]], ["/geometry/coordinates"]));
    }

    /// <summary>The row of <c>zonemap</c>: none, claimed, recorded.</summary>
    public async Task<string> RowAsync(string concession, string zone)
    {
        var row = await register.Store.ReadAsync<MapZone>(Partitions.ZoneMap, LawRows.MapZone(concession, zone, 1), default);
        return row is null ? "none" : row.Value.Claim is null ? "recorded" : "claimed";
    }

    /// <summary>Whether the concession itself has the zone.</summary>
    public async Task<bool> IsRecordedAsync(string concession, string zone) =>
        await register.Store.FindAsync(new RecordKey(Partitions.Concession(concession), LawRows.Zone(zone, 1)), default) is not null;
}
