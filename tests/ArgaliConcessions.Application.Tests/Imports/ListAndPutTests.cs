using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Tests.Given;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Domain.Seasons;

namespace ArgaliConcessions.Application.Tests.Imports;

/// <summary>What a list may do is what the PUTs of its rows may do one after the other: tried on lists made by chance, in one register as a list, in its twin as PUTs.</summary>
public sealed class ListAndPutTests
{
    private static readonly LegalBasis Act = new("Order", "No. 2", new LocalDate(2014, 2, 1));
    private static readonly Precondition Any = new("*", MustBeNew: false);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Quotas_ListedOrPut_AreRefusedAlike(int seed)
    {
        var (random, refused) = (new Random(seed), 0);
        for (var run = 0; run < 15; run++)
        {
            using var lists = await SurveyedAsync();
            using var twin = await SurveyedAsync();
            // What stands before, so that rows change it too.
            foreach (var row in Quotas(random, 4))
            {
                await PutAsync(lists, row);
                await PutAsync(twin, row);
            }

            var rows = Quotas(random, 10);

            var listed = await lists.TryAsync("quotas", ListOf(rows), update: true);
            var put = new List<string>();
            foreach (var (index, row) in rows.Index()) put.AddRange((await PutAsync(twin, row)).Select(code => FormattableString.Invariant($"{index + 2} {code}")));

            Assert.Equal(put, listed.Preview.Faults.Select(f => FormattableString.Invariant($"{f.Line} {f.Code}")));
            refused += put.Count;
        }

        Assert.InRange(refused, 20, 140);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Seasons_ListedOrPut_AreRefusedAlike(int seed)
    {
        var (random, refused) = (new Random(seed), 0);
        for (var run = 0; run < 15; run++)
        {
            using var lists = await RegistryLists.OpenAsync();
            using var twin = await RegistryLists.OpenAsync();
            var rows = Seasons(random, 8);

            var listed = await lists.TryAsync("seasons", ListOf(rows), update: true);
            var put = new List<string>();
            foreach (var (index, row) in rows.Index()) put.AddRange((await PutAsync(twin, row)).Select(code => FormattableString.Invariant($"{index + 2} {code}")));

            Assert.Equal(put, listed.Preview.Faults.Select(f => FormattableString.Invariant($"{f.Line} {f.Code}")));
            refused += put.Count;
        }

        Assert.InRange(refused, 10, 110);
    }

    private sealed record Quota(string Concession, string Line, string Taxon, int Animals, string? Reason);

    private sealed record Season(string Id, int Year, string Window, string? Reason);

    private static async Task<RegistryLists> SurveyedAsync()
    {
        var lists = await RegistryLists.OpenAsync();
        await lists.Register.Law.ConcessionSurveyAsync("demo-north", day: 1, lowerBound: 1_200);
        return lists;
    }

    private static Quota[] Quotas(Random random, int count) =>
    [
        .. Enumerable.Range(0, count).Select(_ => new Quota(
            random.Next(4) == 0 ? "" : random.Next(2) == 0 ? "demo-north" : "demo-south", random.Next(2) == 0 ? "one" : "two",
            random.Next(6) switch { 0 => "capra", 1 => "argali", _ => "polii" }, random.Next(24), random.Next(5) == 0 ? "as agreed" : null))
            .DistinctBy(q => q.Concession.Length == 0 ? q.Taxon : $"{q.Concession}/{q.Line}"),
    ];

    private static Season[] Seasons(Random random, int count) =>
    [
        .. Enumerable.Range(0, count).Select(_ => new Season(
            random.Next(3) == 0 ? "polii" : "autumn", 2012 + random.Next(6), random.Next(2) == 0 ? "09-01..12-15" : "09-01..11-30", random.Next(2) == 0 ? "misprint" : null))
            .DistinctBy(s => (s.Id, s.Year)),
    ];

    private static string ListOf(Quota[] rows) => $"concession,year,line,taxon,sex,animals,aboveCeilingReason,{RegistryLists.Act}\n" + string.Concat(rows.Select(r =>
        FormattableString.Invariant($"{r.Concession},2014,{(r.Concession.Length == 0 ? "," : $"{r.Line},")}{r.Taxon},{(r.Concession.Length == 0 ? "" : "male")},{r.Animals},{r.Reason},{RegistryLists.AnAct}\n")));

    private static string ListOf(Season[] rows) => $"concession,season,taxon,windows,validFrom,reason,{RegistryLists.Act}\n" + string.Concat(rows.Select(r =>
        FormattableString.Invariant($"demo-north,{r.Id},polii,{r.Window},{r.Year}-01-01,{r.Reason},{RegistryLists.AnAct}\n")));

    private static async Task<IEnumerable<string>> PutAsync(RegistryLists lists, Quota row)
    {
        if (row.Concession.Length == 0)
        {
            var draft = new RevisionDraft<NationalQuota>(new NationalQuota("2014", row.Taxon, row.Animals, AboveCeilingReason: row.Reason), Act);
            return Codes(await lists.PutQuota.RunAsync(draft, await ConditionAsync(lists, row.Taxon), TestRegister.Clerk, default));
        }

        var terms = new QuotaLine(row.Taxon, Sex.Male, null, QuotaPurpose.Trophy, row.Animals, row.Reason);
        var condition = await ConditionAsync(lists, row.Concession, row.Line);
        return Codes(await lists.Register.SetLine.RunAsync(new QuotaLineRequest(row.Concession, "2014", row.Line, terms, Act, condition), TestRegister.Clerk, default));
    }

    private static async Task<IEnumerable<string>> PutAsync(RegistryLists lists, Season row)
    {
        var (month, day) = row.Window.EndsWith("15", StringComparison.Ordinal) ? (12, 15) : (11, 30);
        var terms = new SeasonTerms("polii", [], [new SeasonWindow.Yearly(new AnnualDate(9, 1), new AnnualDate(month, day))]);
        var law = (await lists.Register.Library.ConcessionAsync("demo-north", LawFreshness.Checked, default))!;
        var condition = law.Concession.Seasons.ContainsKey(row.Id) ? Any : Precondition.None;
        return Codes(await lists.PutSeason.RunAsync(
            "demo-north", row.Id, new VersionDraft<SeasonTerms>(new LocalDate(row.Year, 1, 1), null, Act, terms, row.Reason), condition, TestRegister.Clerk, default));
    }

    private static async Task<Precondition> ConditionAsync(RegistryLists lists, string taxon) =>
        (await lists.Register.Library.NationalAsync(LawFreshness.Checked, default))!.Law.NationalQuotas.ContainsKey(("2014", taxon)) ? Any : Precondition.None;

    private static async Task<Precondition> ConditionAsync(RegistryLists lists, string concession, string line) =>
        await lists.Register.Lines.FindAsync(concession, "2014", line, default) is null ? Precondition.None : Any;

    private static IEnumerable<string> Codes<T>(Outcome<T> outcome) =>
        outcome is Outcome<T>.Refused { Refusal: var refusal } ? refusal.Reasons.Select(r => r.Code).DefaultIfEmpty(refusal.Code) : [];
}
