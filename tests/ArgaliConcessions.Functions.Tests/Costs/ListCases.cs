namespace ArgaliConcessions.Functions.Tests.Costs;

/// <summary>Lists of the register, after all else: what they record stands in nobody's way.</summary>
internal static class ListCases
{
    private const string Act = "Order,7,2015-01-10";

    public static IEnumerable<CostCase> All =>
    [
        List("POST /imports/concessions", "imports/concessions?source=list&dryRun=true", Concessions("far"), "tried (`dryRun`)"),
        List("POST /imports/concessions", "imports/concessions?source=list", Concessions("far")),
        List("POST /imports/concessions", "imports/concessions?source=list", Concessions("further", "furthest"), "two concessions"),
        List("POST /imports/seasons", "imports/seasons?source=list&dryRun=true", Seasons("spring"), "tried (`dryRun`)"),
        List("POST /imports/seasons", "imports/seasons?source=list", Seasons("spring")),
        List("POST /imports/seasons", "imports/seasons?source=list", Seasons("early", "late"), "two seasons"),
        List("POST /imports/quotas", "imports/quotas?source=list&dryRun=true", Lines("old-rams"), "tried (`dryRun`)"),
        List("POST /imports/quotas", "imports/quotas?source=list", Lines("old-rams")),
        List("POST /imports/quotas", "imports/quotas?source=list", Lines("older-rams", "oldest-rams"), "two lines"),
    ];

    private static string Concessions(params string[] ids) =>
        "concession,code,nameEn,region,tenureFrom,basisTitle,basisNumber,basisPublishedOn\n" + Rows(ids, id => $"{id},{id.ToUpperInvariant()},{id},gbao,2015-01-01,{Act}");

    private static string Seasons(params string[] ids) =>
        "concession,season,taxon,windows,validFrom,basisTitle,basisNumber,basisPublishedOn\n" + Rows(ids, id => $"north,{id},polii,05-01..05-10,2015-01-01,{Act}");

    private static string Lines(params string[] ids) =>
        "concession,year,line,taxon,sex,animals,basisTitle,basisNumber,basisPublishedOn\n" + Rows(ids, id => $"north,2015,{id},polii,male,1,{Act}");

    private static string Rows(string[] ids, Func<string, string> row) => string.Concat(ids.Select(id => row(id) + "\n"));

    private static CostCase List(string of, string address, string csv, string when = "") => new(of, when, async register =>
    {
        await register.FreshenAsync();
        return await register.CountAsync(register.Post(address, csv, "text/csv"));
    });
}
