using System.Globalization;
using System.Text;
using ArgaliConcessions.Functions.Tests.Permits;
using ArgaliConcessions.Functions.Tests.Registry;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Functions.Tests.Costs;

/// <summary>What is asked of 1,000 permits and 500 harvests in four concessions, all of them in order at first.</summary>
internal static class LargeCases
{
    private const int Permits = 1000;
    private static readonly string[] Concessions = ["north", "east", "south", "west"];

    public static IEnumerable<CostCase> All =>
    [
        new("sweep", "the first", register => SweepAsync(register, flagged: 0)),
        new("sweep", "a later one, nothing has changed", register => SweepAsync(register, flagged: 0)),
        new("sweep", "one more permit, out of season", async register =>
        {
            await register.ImportAsync("imports/permits?source=more", CostStart.Permits("0001"));
            return await SweepAsync(register, flagged: 1);
        }),
        new("sweep", "the one after it, nothing has changed", register => SweepAsync(register, flagged: 1)),
        CostCase.Get("GET /permits", "permits?limit=500", "500 of 1,000 permits, 500 harvests, 4 ledgers"),
        CostCase.Get("GET /permits", "permits?status=revoked", "none of those, all looked at"),
        CostCase.Get("GET /compliance/findings", "compliance/findings", "4 ledgers"),
        CostCase.Get("GET /compliance/reports/{run}", "compliance/reports/latest", "4 ledgers"),
        CostCase.Get("GET /permits", "permits?format=xlsx", "as a table: 1,000 permits, 500 harvests, 4 ledgers"),
    ];

    public static async Task<CostRegister> EnterAsync()
    {
        var register = await CostRegister.StartAsync();
        await register.PutAsync("authority", Bodies.Authority());
        await register.PutAsync("years/2015", Bodies.Year(2015));
        await register.PutAsync("quotas/2015/argali", Bodies.Quota(3000));
        await register.PutAsync("quotas/2015/polii", Bodies.Quota(2000));
        foreach (var (index, concession) in Concessions.Index())
        {
            await register.PutAsync($"concessions/{concession}", Bodies.Concession(concession[..3].ToUpperInvariant()));
            await register.PutAsync($"concessions/{concession}/zones/valley", Bodies.Zone(73 + index, 38, 0.4));
            await register.PutAsync($"concessions/{concession}/seasons/autumn", Bodies.Season());
            await register.PutAsync($"concessions/{concession}/quotas/2015/rams", Hunt.LineBody(400));
        }
        await register.ImportAsync("imports/permits?source=list", PermitList());
        await register.ImportAsync("imports/harvests?source=list", HarvestList());
        return register;
    }

    /// <summary>The sweep itself, as the timer works it off; the request for it is counted with its route.</summary>
    public static async Task<Operations> SweepAsync(CostRegister register, int flagged)
    {
        await register.FreshenAsync();
        var run = await register.AskForSweepAsync();
        var cost = await register.CountAsync(() => register.TimerAsync("RunJobs"));
        Assert.Equal(flagged, (await register.ReadAsync($"compliance/runs/{run}")).GetProperty("totals").GetProperty("flagged").GetInt32());
        return cost;
    }

    private static string PermitList()
    {
        var list = new StringBuilder("concession,year,line,taxon,sex,number,issuedOn,feePaidOn,from,to,zones,hunter\n");
        for (var i = 0; i < Permits; i++)
            list.Append(CultureInfo.InvariantCulture, $"{Concessions[i % 4]},2015,rams,polii,male,{i:000000},2015-08-01,2015-07-30,2015-09-10,2015-10-20,valley,Invented Hunter\n");
        return list.ToString();
    }

    /// <summary>A lawful kill on every second permit of each concession. No page of a ledger is exactly full: there the stores differ.</summary>
    private static string HarvestList()
    {
        var list = new StringBuilder("number,concession,year,on,lon,lat,accuracy,outcome,taxon,sex,ageMin,reportedOn\n");
        for (var i = 0; i < Permits; i++)
        {
            if (i % 8 < 4) list.Append(CultureInfo.InvariantCulture, $"{i:000000},{Concessions[i % 4]},2015,2015-09-15,{73 + (i % 4)}.2,38.2,10,killed,polii,male,8,2015-09-16\n");
        }
        return list.ToString();
    }
}
