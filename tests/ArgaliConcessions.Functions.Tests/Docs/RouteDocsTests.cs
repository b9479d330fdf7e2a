using ArgaliConcessions.Functions.Service;

namespace ArgaliConcessions.Functions.Tests.Docs;

/// <summary>The routes that src/README.md counts the storage operations of are those that there are.</summary>
public sealed class RouteDocsTests
{
    private static readonly string[] Told = [.. Page.Source.Rows("What each route costs").SelectMany(r => Page.Code(r[0])).Order(StringComparer.Ordinal)];

    private static readonly string[] Served =
        [.. new RouteTable().All.SelectMany(f => f.Methods.Select(m => $"{m} /{f.Route}")).Order(StringComparer.Ordinal)];

    [Fact]
    public void Routes_AllOfThem_AreInTheTable() => Missing.Nothing(Served.Except(Told, StringComparer.Ordinal));

    [Fact]
    public void Table_EveryRoute_IsServed() => Missing.Nothing(Told.Except(Served, StringComparer.Ordinal));

    [Fact]
    public void Table_EveryRoute_StandsOnce() => Assert.Equal(Told.Distinct(StringComparer.Ordinal), Told);

    [Fact]
    public void Timers_AllOfThem_AreInTheTable() => Assert.Equal(
        FunctionList.In(typeof(Registration).Assembly).Where(f => f.Timer is not null).Select(f => f.Name).Order(StringComparer.Ordinal),
        Page.Source.Rows("What each timer does").SelectMany(r => Page.Code(r[0])).Order(StringComparer.Ordinal));
}
