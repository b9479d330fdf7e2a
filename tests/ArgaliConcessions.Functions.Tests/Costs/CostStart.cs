using System.Net;
using ArgaliConcessions.Functions.Tests.Compliance;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Functions.Tests.Permits;
using ArgaliConcessions.Functions.Tests.Registry;

namespace ArgaliConcessions.Functions.Tests.Costs;

/// <summary>
/// The state that costs are counted in: one concession with a zone, a season, a line and three permits, one of them out of
/// season and found by a sweep.
/// </summary>
internal static class CostStart
{
    public static async Task<CostRegister> EnterAsync()
    {
        var register = await CostRegister.StartAsync();
        await LawAsync(register);
        register.Known["permit"] = await IssueAsync(register);
        register.Known["second"] = await IssueAsync(register);
        await register.ImportAsync("imports/permits?source=list", Permits("9001", month: "04"));
        register.Known["run"] = await register.AskForSweepAsync();
        await register.TimerAsync("RunJobs");
        register.Known["finding"] = (await register.ReadAsync("compliance/findings?rule=R01")).GetProperty("items")[0].Text("id");
        // Whose code stands in a permit's number is looked up once in a process.
        await register.ReadAsync($"permits/{register.Known["permit"]}");
        return register;
    }

    /// <summary>A list of one permit.</summary>
    public static string Permits(string number, string month = "03") => $"""
        concession,year,taxon,sex,number,issuedOn,feePaidOn,from,to,zones,hunter
        north,2015,polii,male,{number},2015-08-01,2015-07-30,2016-{month}-10,2016-{month}-20,valley,Invented Hunter
        """;

    /// <summary>A list of one harvest.</summary>
    public static string Harvests(string number) => $"""
        number,concession,year,on,lon,lat,accuracy,outcome,taxon,sex,reportedOn
        {number},north,2015,2015-09-20,73.1,38.3,10,killed,polii,male,2015-09-21
        """;

    private static async Task LawAsync(CostRegister register)
    {
        var ground = register.North.Ground;
        await register.PutAsync("authority", Bodies.Authority());
        await register.PutAsync("years/2015", Bodies.Year(2015));
        await register.PutAsync("quotas/2015/argali", Bodies.Quota(1000));
        await register.PutAsync("quotas/2015/polii", Bodies.Quota(900));
        await register.PutAsync("concessions/north", Bodies.Concession("NOR"));
        await register.PutAsync("concessions/north/zones/north", Bodies.Zone(ground.West, ground.South + 0.2, 0.2));
        await register.PutAsync("concessions/north/zones/valley", Bodies.Zone(ground.West, ground.South, 0.2));
        await register.PutAsync("concessions/north/seasons/autumn", Bodies.Season());
        await register.PutAsync(register.North.Line(), Hunt.LineBody(50));
    }

    public static async Task<string> IssueAsync(CostRegister register) =>
        (await register.Authority.PostJsonAsync("permits", register.Request().ToJsonString(), register.NextKey()).JsonAsync(HttpStatusCode.Created)).Text("number");
}
