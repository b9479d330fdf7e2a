using ArgaliConcessions.Functions.Console.Forms;
using ArgaliConcessions.Functions.Http.Bodies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ArgaliConcessions.Functions.Console.Check;

/// <summary>What somebody asks about a permit, as he wrote it; null where he wrote nothing.</summary>
internal sealed record CheckForm(string? Number, string? Paper, string? On, string? Lon, string? Lat, string? Accuracy)
{
    /// <summary>A number of ours has 25 characters; what is longer than this was never one.</summary>
    private const int Longest = 80;

    private static readonly string[] Names = ["number", "paper", "on", "lon", "lat", "accuracy"];

    public static CheckForm Empty { get; } = new(null, null, null, null, null, null);

    /// <summary>By field.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>The fields with what is wrong with them, by the same measure as in an address.</summary>
    public static CheckForm Of(Form form)
    {
        var faults = new Faults();
        var query = new QueryReader(new QueryCollection(Names.Where(form.Has).ToDictionary(name => name, name => new StringValues(form.Text(name)), StringComparer.Ordinal)), faults);
        CheckFunctions.Read(query);
        var (number, paper) = (query.Text("number", Longest), query.Text("paper", Longest));
        if (!query.Has("number") && !query.Has("paper")) query.Fault("number", "number-or-paper");
        return new CheckForm(number, paper, form.Text("on"), form.Text("lon"), form.Text("lat"), form.Text("accuracy")) { Faults = faults.List };
    }
}
