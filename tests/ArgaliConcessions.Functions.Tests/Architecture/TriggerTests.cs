using System.Reflection;
using ArgaliConcessions.Functions.Service;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Tests.Architecture;

/// <summary>What every function must be so that both hosts serve it alike.</summary>
public sealed class TriggerTests
{
    private static readonly IReadOnlyList<FunctionEntry> All = FunctionList.In(typeof(Registration).Assembly);

    [Fact]
    public void Functions_AllOfThem_AreFoundByBothHosts()
    {
        var marked = typeof(Registration).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(m => m.GetCustomAttribute<FunctionAttribute>() is not null);

        Assert.Equal(All.Count, marked.Count());
    }

    [Fact]
    public void HttpTriggers_AllOfThem_StateAnonymous()
    {
        // In new HttpTrigger("get") the level reads Anonymous, while the platform takes it for Function: it must be written out.
        var data = All.Where(f => f.Http is not null).Select(f => (f.Name, Trigger(f)));

        Assert.All(data, f => Assert.Equal((f.Name, (object?)(int)AuthorizationLevel.Anonymous), (f.Name, f.Item2.ConstructorArguments.FirstOrDefault().Value)));
        Assert.All(data, f => Assert.Equal(typeof(AuthorizationLevel), f.Item2.ConstructorArguments[0].ArgumentType));
    }

    [Fact]
    public void Functions_AllOfThem_ReturnPlainTask() => Assert.All(All, f => Assert.Equal((f.Name, typeof(Task)), (f.Name, f.Method.ReturnType)));

    [Fact]
    public void Functions_AllOfThem_HaveNamesAndRoutesOfTheirOwn()
    {
        Assert.Equal([], All.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key));
        var routes = All.Where(f => f.Http is not null).SelectMany(f => f.Methods.Select(m => $"{m} {Shape(f.Route)}"));
        Assert.Equal([], routes.GroupBy(r => r, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void HttpFunctions_AllOfThem_BindOnlyRouteValues()
    {
        foreach (var function in All.Where(f => f.Http is not null))
        {
            var inRoute = function.Route.Split('/').Where(s => s[0] == '{').Select(s => s.Trim('{', '}', '*')).ToArray();
            var extra = function.Method.GetParameters().Where(p => p.ParameterType != typeof(HttpRequest) && p.ParameterType != typeof(CancellationToken));
            Assert.All(extra, p => Assert.True(p.ParameterType == typeof(string) && inRoute.Contains(p.Name), $"{function.Name}: {p.Name}"));
        }
    }

    [Fact]
    public void HttpRoutes_AllOfThem_AreLowerCaseBelowThePrefix() => Assert.All(
        All.Where(f => f.Http is not null && f.Route != RouteTable.CatchAll),
        f => Assert.Matches(@"^([a-z-]+|\{[A-Za-z]+\})(/([a-z-]+|\{[A-Za-z]+\}))*$", f.Route));

    [Fact]
    public void Timers_AllOfThem_TakeTheirScheduleFromSettings() =>
        Assert.All(All.Where(f => f.Timer is not null), f => Assert.Matches("^%[A-Za-z]+%$", f.Timer!.Schedule));

    [Fact]
    public void HttpRoutes_InTheAlphabeticalOrderOfNames_DoNotHideEachOther()
    {
        // The Functions host takes the first route that fits, in this order; a literal segment does not outrank a placeholder.
        var inOrder = All.Where(f => f.Http is not null).OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase).ToArray();
        var hidden = inOrder.SelectMany((later, i) => inOrder.Take(i).Where(earlier => Hides(earlier, later)).Select(earlier => $"{earlier.Name} {earlier.Route} hides {later.Name} {later.Route}"));

        Assert.Equal([], hidden);
    }

    private static bool Hides(FunctionEntry earlier, FunctionEntry later) =>
        (earlier.Methods.Count == 0 || later.Methods.Count == 0 || earlier.Methods.Intersect(later.Methods, StringComparer.Ordinal).Any())
        && new TemplateMatcher(TemplateParser.Parse(earlier.Route), []).TryMatch($"/{later.Route.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)}", []);

    private static CustomAttributeData Trigger(FunctionEntry function) => function.Method.GetParameters()
        .SelectMany(p => p.CustomAttributes).Single(a => a.AttributeType == typeof(HttpTriggerAttribute));

    private static string Shape(string route) => string.Join('/', route.Split('/').Select(s => s[0] == '{' ? "{}" : s));
}
