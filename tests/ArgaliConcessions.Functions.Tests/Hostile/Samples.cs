using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Hostile;

/// <summary>A sound body for every function that takes one, so that a test can spoil one thing in it.</summary>
internal static class Samples
{
    private const string Survey = $$"""
        {"taxon":"polii","date":"2014-02-10","method":"Block count","areaKm2":812.5,"estimate":12000,"lowerBound":11000,"counted":10000,
         "classes":[{"sex":"male","ageYears":{"min":8},"animals":900},{"sex":"male","ageYears":{"min":1,"max":7},"animals":2000},{"sex":"unknown","animals":300}],
         "basis":{{SmallRegister.Basis}} }
        """;

    private const string Reason = """{"reason":"As ordered."}""";

    /// <summary>By the function's name.</summary>
    public static IReadOnlyDictionary<string, string> Bodies { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["PutAuthority"] = SmallRegister.Authority,
        ["PutYear"] = SmallRegister.Year,
        ["PutConcession"] = SmallRegister.Concession,
        ["PutZone"] = SmallRegister.Zone,
        ["ImportZones"] = $$"""{"type":"FeatureCollection","features":[{{Named(SmallRegister.Zone)}}]}""",
        ["PutSeason"] = SmallRegister.Season,
        ["PutClosure"] = $$"""
            {"names":{"en":"Moratorium"},"taxa":["polii"],"concessions":["north"],"regions":["gbao"],"zones":["north/valley"],
             "from":"2014-12-16","to":"2015-01-31","basis":{{SmallRegister.Basis}} }
            """,
        ["PutSurvey"] = Survey,
        ["PutConcessionSurvey"] = Survey,
        ["PutNationalQuota"] = SmallRegister.NationalQuota,
        ["PutQuotaLine"] = SmallRegister.Line,
        ["TransferQuota"] = $$"""{"toConcession":"north","toLine":"ewes","animals":1,"aboveCeilingReason":"As agreed","basis":{{SmallRegister.Basis}} }""",
        ["PutReservation"] = """{"animals":1,"for":"Firm, for John Doe","until":"2014-10-31"}""",
        ["IssuePermit"] = SmallRegister.Permit(),
        ["SuspendPermit"] = """{"reason":"As ordered.","from":"2014-10-02"}""",
        ["ReinstatePermit"] = """{"reason":"As ordered.","from":"2014-10-03"}""",
        ["RevokePermit"] = """{"reason":"As ordered.","from":"2014-10-04"}""",
        ["ReplacePermitPaper"] = """{"reason":"Lost in a river.","from":"2014-10-05","paper":{"series":"AA","number":"0007"}}""",
        ["AmendPermit"] = """
            {"reason":"As asked.","zones":["valley"],"ranges":[{"from":"2014-10-01","to":"2014-10-10"}],"weapon":"Mauser M18","party":["Guide Two"],"outfitter":"Firm"}
            """,
        ["ReplacePermitTag"] = """{"reason":"Torn off.","tag":"T-77"}""",
        ["ReturnPermit"] = """{"reason":"Not used.","from":"2014-10-04"}""",
        ["ClosePermit"] = """{"reason":"Settled.","from":"2014-10-04"}""",
        ["PutTag"] = $$"""{"basis":{{SmallRegister.Basis}},"note":"Of the series of 2014."}""",
        ["RegisterTags"] = $$"""{"prefix":"TJ-","from":1,"to":20,"digits":4,"basis":{{SmallRegister.Basis}},"note":"The series of 2014."}""",
        ["PutHarvest"] = """
            {"at":"2014-10-05T06:00:00Z","lon":73.1,"lat":38.1,"accuracy":15,"placeText":"Above the spring","outcome":"killed","taxon":"polii","sex":"male",
             "ageYears":{"min":7,"max":8},"horns":{"leftLengthCm":140.5,"rightLengthCm":139,"leftBaseCm":38,"rightBaseCm":38,"broomed":false},"tag":"T-1","method":"rifle"}
            """,
        ["PutInspection"] = """
            {"at":"2014-10-05T06:00:00Z","lon":73.1,"lat":38.1,"accuracy":15,"permits":["{number}"],"numberAsRead":"TJ-2014-NOR-00001",
             "persons":2,"weapons":"Blaser R8","notes":"Camp at the river."}
            """,
        ["CreateLink"] = """{"report":"latest","hours":24}""",
        ["PutImportMapping"] = """
            {"list":"permits","columns":{"Бланк":"number","Кому выдано":"hunter"},"words":{"sex":{"рогач":"male"},"taxon":{"архар":"polii"}},"fixed":{"concession":"NOR","year":"2014"}}
            """,
        ["AcknowledgeFinding"] = Reason,
        ["WaiveFinding"] = Reason,
        ["ResolveFinding"] = Reason,
    };

    /// <summary>Lists have faults by line and column, not by pointer.</summary>
    public static IReadOnlyDictionary<string, string> Lists { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ImportPermits"] = """
            [{"concession":"NOR","year":"2014","taxon":"polii","sex":"male","number":"0001","from":"2014-10-01","to":"2014-10-14","zones":"valley","hunter":"John Doe","issuedBy":"Clerk One"}]
            """,
        ["ImportConcessions"] = """
            [{"concession":"far","code":"FAR","nameEn":"Far","region":"gbao","tenureFrom":"2009-01-01","holder":"firm","holderEn":"Firm","holderFrom":"2009-01-01"}]
            """,
        ["ImportSeasons"] = """
            [{"concession":"north","season":"summer","taxon":"polii","windows":"07-01..07-31","validFrom":"2014-01-01","basisTitle":"An act","basisNumber":"1","basisPublishedOn":"2013-12-01"}]
            """,
        ["ImportQuotas"] = """[{"year":"2014","taxon":"polii","animals":"3","basisTitle":"An act","basisNumber":"1","basisPublishedOn":"2013-12-01"}]""",
        ["ImportHarvests"] = """[{"number":"0001","concession":"NOR","year":"2014","on":"2014-10-05","lon":"73.1","lat":"38.1","outcome":"killed"}]""",
    };

    /// <summary>Functions that are told all they need by their address.</summary>
    public static IReadOnlyList<string> Bodiless { get; } = ["StartRun", "ReleaseReservation"];

    /// <summary>Functions that take a browser's form and no document: what is hostile to them stands in <c>Console/HostileFormTests</c>.</summary>
    public static IReadOnlyList<string> Forms { get; } = ["ConsoleSignIn", "ConsoleSignOut", "ConsoleCheckAsked", "ConsoleIssue", "ConsoleDecideFinding", "ConsoleHandIn", "ConsoleImport", "ConsoleStartRun"];

    /// <summary>What must stand in the query.</summary>
    public static string Query(string function) => function switch
    {
        "ImportPermits" or "ImportHarvests" or "ImportConcessions" or "ImportSeasons" or "ImportQuotas" => "?source=ledger",
        "FindZonesAt" => "?lon=73.1&lat=38.1",
        _ => "",
    };

    private static string Named(string zone) => zone.Replace("\"properties\":{", "\"properties\":{\"concession\":\"north\",\"zone\":\"valley\",", StringComparison.Ordinal);
}
