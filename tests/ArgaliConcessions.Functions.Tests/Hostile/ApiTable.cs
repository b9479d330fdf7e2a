namespace ArgaliConcessions.Functions.Tests.Hostile;

/// <summary>The routes of the HTTP contract and who may call them, written down by hand from the contract, not read off the code.</summary>
internal static class ApiTable
{
    private const string Text = """
        GET  health                                            Health               public
        GET  keys                                              Keys                 public
        PUT  authority                                         PutAuthority         authority
        GET  authority                                         GetAuthority         all
        PUT  years/{id}                                        PutYear              authority
        GET  years/{id}                                        GetYear              all
        GET  years                                             ListYears            all
        PUT  concessions/{concession}                          PutConcession        authority
        GET  concessions/{concession}                          GetConcession        all
        GET  concessions                                       ListConcessions      all
        PUT  concessions/{concession}/zones/{zone}             PutZone              authority
        GET  concessions/{concession}/zones/{zone}             GetZone              all
        GET  concessions/{concession}/zones                    ListZones            all
        GET  zones                                             FindZonesAt          all
        POST imports/zones                                     ImportZones          authority
        PUT  concessions/{concession}/seasons/{season}         PutSeason            authority
        GET  concessions/{concession}/seasons/{season}         GetSeason            all
        GET  concessions/{concession}/seasons                  ListSeasons          all
        GET  seasons                                           ListOpenSeasons      all
        PUT  closures/{id}                                     PutClosure           authority
        GET  closures/{id}                                     GetClosure           all
        GET  closures                                          ListClosures         all
        PUT  surveys/{id}                                      PutSurvey            authority
        GET  surveys/{id}                                      GetSurvey            all
        GET  surveys                                           ListSurveys          all
        PUT  concessions/{concession}/surveys/{id}             PutConcessionSurvey  authority
        GET  concessions/{concession}/surveys/{id}             GetConcessionSurvey  all
        GET  concessions/{concession}/surveys                  ListConcessionSurveys all
        PUT  quotas/{year}/{taxon}                             PutNationalQuota     authority
        GET  quotas/{year}/{taxon}                             GetNationalQuota     all
        GET  quotas/{year}                                     ListNationalQuotas   all
        PUT  concessions/{concession}/quotas/{year}/{line}     PutQuotaLine         authority
        GET  concessions/{concession}/quotas/{year}/{line}     GetQuotaLine         all
        GET  concessions/{concession}/quotas/{year}            ListQuotaLines       all
        GET  concessions/{concession}/quotas/{year}/{line}/entries GetQuotaLineEntries all
        POST concessions/{concession}/quotas/{year}/{line}/transfers TransferQuota authority
        PUT  concessions/{concession}/quotas/{year}/{line}/reservations/{reservation} PutReservation authority
        GET  concessions/{concession}/quotas/{year}/{line}/reservations/{reservation} GetReservation all
        GET  concessions/{concession}/quotas/{year}/{line}/reservations ListReservations all
        POST concessions/{concession}/quotas/{year}/{line}/reservations/{reservation}/release ReleaseReservation authority
        POST permits                                           IssuePermit          authority
        GET  permits/{number}                                  GetPermit            all
        GET  permits                                           ListPermits          all
        GET  permits/{number}/validity                         CheckValidity        all
        POST permits/{number}/suspension                       SuspendPermit        authority
        POST permits/{number}/reinstatement                    ReinstatePermit      authority
        POST permits/{number}/revocation                       RevokePermit         authority
        POST permits/{number}/replacement                      ReplacePermitPaper   authority
        POST permits/{number}/amendment                        AmendPermit          authority
        POST permits/{number}/tag                              ReplacePermitTag     authority
        POST permits/{number}/return                           ReturnPermit         authority holder
        POST permits/{number}/closure                          ClosePermit          authority
        PUT  tags/{tag}                                        PutTag               authority
        GET  tags/{tag}                                        GetTag               authority inspector auditor
        POST tags                                              RegisterTags         authority
        PUT  permits/{number}/harvests/{harvest}               PutHarvest           authority inspector holder
        GET  permits/{number}/harvests/{harvest}               GetHarvest           all
        PUT  inspections/{id}                                  PutInspection        inspector
        POST imports/permits                                   ImportPermits        authority
        POST imports/harvests                                  ImportHarvests       authority
        GET  imports/templates/{list}                          ImportTemplate       authority
        PUT  imports/mappings/{id}                             PutImportMapping     authority
        GET  imports/mappings/{id}                             GetImportMapping     authority
        GET  imports/mappings                                  ListImportMappings   authority
        POST imports/concessions                               ImportConcessions    authority
        POST imports/seasons                                   ImportSeasons        authority
        POST imports/quotas                                    ImportQuotas         authority
        GET  jobs/{id}                                         Job                  authority
        POST compliance/runs                                   StartRun             authority
        GET  compliance/runs/{id}                              Run                  all
        GET  compliance/findings                               Findings             authority auditor holder
        GET  compliance/findings/{id}                          Finding              authority auditor holder
        POST compliance/findings/{id}/acknowledgement          AcknowledgeFinding   authority
        POST compliance/findings/{id}/waiver                   WaiveFinding         authority
        POST compliance/findings/{id}/resolution               ResolveFinding       authority
        GET  compliance/reports/{run}                          Report               authority auditor
        POST links                                             CreateLink           authority
        GET  exports/zones                                     ExportZones          all
        GET  fieldsheets/{concession}                          FieldSheet           all
        GET  permits/{number}/paper                            PermitPaper          all
        GET  console                                           Console              all
        GET  console/sign-in                                   ConsoleSignInPage    public
        POST console/sign-in                                   ConsoleSignIn        public
        POST console/sign-out                                  ConsoleSignOut       all
        GET  console/concessions                               ConsoleMap           all
        GET  console/concessions/{concession}                  ConsoleConcession    all
        GET  console/calendar                                  ConsoleCalendar      all
        GET  console/quotas                                    ConsoleQuotas        all
        GET  console/check                                     ConsoleCheck         all
        POST console/check                                     ConsoleCheckAsked    all
        GET  console/check/{number}                            ConsoleCheckPermit   all
        GET  console/issue                                     ConsoleIssuePage     authority
        POST console/issue                                     ConsoleIssue         authority
        GET  console/permits/{number}                          ConsolePermit        all
        GET  console/findings                                  ConsoleFindings      authority auditor holder
        GET  console/findings/{id}                             ConsoleFinding       authority auditor holder
        POST console/findings/{id}                             ConsoleDecideFinding authority
        GET  console/imports                                   ConsoleImports       authority
        GET  console/imports/{kind}                            ConsoleImportPage    authority
        POST console/imports/{kind}                            ConsoleHandIn        authority
        GET  console/imports/{kind}/{file}                     ConsoleImportTrial   authority
        POST console/imports/{kind}/{file}                     ConsoleImport        authority
        GET  console/permits/{number}/paper                    ConsolePaper         all
        GET  console/fieldsheets/{concession}                  ConsoleFieldSheet    all
        GET  console/results/{kind}/{file}                     ConsoleImportResults authority
        GET  console/templates/{list}                          ConsoleTemplate      authority
        GET  console/jobs/{id}                                 ConsoleJob           authority
        GET  console/runs                                      ConsoleRuns          all
        POST console/runs                                      ConsoleStartRun      authority
        GET  console/runs/{id}                                 ConsoleRun           all
        GET  console/reports/{run}                             ConsoleReport        authority auditor
        """;

    /// <summary>Of the contract too, and not built yet: national closed areas.</summary>
    public static IReadOnlyList<string> Missing { get; } = ["PUT areas/{id}", "GET areas/{id}"];

    /// <summary>The timers and the settings of their schedules.</summary>
    public static IReadOnlyList<string> Timers { get; } =
        ["NightlySweep %NightlySweepSchedule%", "RunJobs %JobsSchedule%", "Settle %SettleSchedule%", "SettleZoneClaims %ZoneClaimsSchedule%"];

    private static readonly string[] Everyone = ["authority", "inspector", "holder", "auditor"];

    public static IReadOnlyList<ApiRow> Rows { get; } = [.. Text.Split('\n').Select(Read)];

    private static ApiRow Read(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new ApiRow(words[0], words[1], words[2], words[3] switch { "all" => Everyone, "public" => null, _ => words[3..] });
    }
}

/// <param name="Roles">Null where no token is asked for.</param>
internal sealed record ApiRow(string Method, string Route, string Function, string[]? Roles);
