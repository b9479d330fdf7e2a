using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Zones;

namespace ArgaliConcessions.Functions.Console.Imports;

/// <summary>The kinds of files that the console takes, in the order of its page. A further kind is one entry here and its texts.</summary>
public sealed class ImportTable(ImportPermits permits, ImportHarvests harvests, ImportZones zones)
{
    private const string Lists = ".csv,.json,text/csv,application/json";

    internal IReadOnlyList<IConsoleImport> All { get; } =
    [
        new ListImport("permits", Lists, permits.RunAsync),
        new ListImport("harvests", Lists, harvests.RunAsync),
        new ZoneImport(zones),
    ];

    /// <summary>Null for a kind that there is not.</summary>
    internal IConsoleImport? Find(string name) => All.FirstOrDefault(one => one.Name == name);
}
