using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace ArgaliConcessions.Functions.Service;

/// <summary>All routes of the program, read off its public function classes: what a host serves and what the root page lists.</summary>
public sealed class RouteTable
{
    /// <summary>The route of the function that answers everything else.</summary>
    public const string CatchAll = "{*path}";

    /// <summary>
    /// Its name. The Functions host tries routes in the alphabetical order of the functions' names and takes the first that fits, whatever
    /// ASP.NET Core's precedence would say (azure-functions-host issue 3153): a catch-all must come last.
    /// </summary>
    public const string CatchAllName = "ZNotFound";

    public RouteTable() : this(FunctionList.In(Assembly.GetExecutingAssembly()))
    {
    }

    internal RouteTable(IEnumerable<FunctionEntry> functions) =>
        All = [.. functions.Where(f => f.Http is not null && f.Route != CatchAll).OrderBy(f => f.Route, StringComparer.Ordinal).ThenBy(f => f.Methods[0], StringComparer.Ordinal)];

    /// <summary>The HTTP functions but for the catch-all, by route.</summary>
    public IReadOnlyList<FunctionEntry> All { get; }

    /// <summary>The methods, in upper case, that a path below the prefix takes; empty when the path is unknown.</summary>
    public IReadOnlyList<string> MethodsOf(string path)
    {
        var segments = path.Split('/');
        var known = All.Where(f => Fits(f.Route.Split('/'), segments)).ToArray();
        // A literal segment outranks a placeholder, as it does when requests are routed.
        var best = known.Length == 0 ? 0 : known.Max(Literals);
        return [.. known.Where(f => Literals(f) == best).SelectMany(f => f.Methods).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static int Literals(FunctionEntry function) => function.Route.Split('/').Count(s => s[0] != '{');

    private static bool Fits(string[] template, string[] segments) =>
        template.Length == segments.Length
        && template.Zip(segments).All(s => s.First[0] == '{' ? s.Second.Length > 0 : s.First.Equals(s.Second, StringComparison.OrdinalIgnoreCase));
}
