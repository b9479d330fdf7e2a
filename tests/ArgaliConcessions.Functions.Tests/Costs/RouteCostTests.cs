using ArgaliConcessions.Functions.Service;
using ArgaliConcessions.Functions.Tests.Docs;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Functions.Tests.Costs;

/// <summary>What src/README.md tells of the store's operations, of every route and every timer, is what is counted on the store under test.</summary>
public sealed class RouteCostTests(RouteCostTests.Counted counted) : IClassFixture<RouteCostTests.Counted>
{
    private static readonly CostCase[] SmallCases = [.. ServiceCases.All, .. PermitCases.All, .. LawCases.All, .. ListCases.All, .. ConsoleCases.All];
    private static readonly CostCase[] Cases = [.. SmallCases, .. LargeCases.All];

    public static TheoryData<string, string> Asked
    {
        get
        {
            var asked = new TheoryData<string, string>();
            foreach (var one in Cases) asked.Add(one.Of, one.When);
            return asked;
        }
    }

    [Fact]
    public void Cases_EveryRouteAndTimer_IsCounted() => Missing.Nothing(
        new RouteTable().All.SelectMany(f => f.Methods.Select(m => $"{m} /{f.Route}"))
            .Concat(FunctionList.In(typeof(Registration).Assembly).Where(f => f.Timer is not null).Select(f => f.Name))
            .Except(Cases.Where(c => c.When == "").Select(c => c.Of), StringComparer.Ordinal));

    [Fact]
    public void Book_EveryLine_IsCounted() => Missing.Nothing(CostBook.Told.Keys.Except(Cases.Select(c => (c.Of, c.When))).Select(k => $"{k.Item1} ({k.Item2})"));

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task Cost_AsTheBookTellsIt_IsCounted(string of, string when)
    {
        var cost = await counted.Costs[(of, when)];
        Assert.True(CostBook.Told.TryGetValue((of, when), out var told), $"src/README.md does not tell what {of} costs ({when}): {cost}.");
        Assert.Equal(CostBook.Read(told!), cost);
    }

    /// <summary>All cases asked once, in their order, of one register.</summary>
    public sealed class Counted : IAsyncLifetime
    {
        /// <summary>Done, or failed: a case that fails is that case's own test to tell.</summary>
        public Dictionary<(string Of, string When), Task<Operations>> Costs { get; } = [];

        public async Task InitializeAsync()
        {
            await CountAsync(await CostStart.EnterAsync(), SmallCases);
            await CountAsync(await LargeCases.EnterAsync(), LargeCases.All);
        }

        public Task DisposeAsync() => Task.CompletedTask;

        private async Task CountAsync(CostRegister started, IEnumerable<CostCase> cases)
        {
            await using var register = started;
            foreach (var one in cases)
            {
                var counting = one.CountAsync(register);
                await Task.WhenAny(counting);
                Costs.Add((one.Of, one.When), counting);
            }
        }
    }
}
