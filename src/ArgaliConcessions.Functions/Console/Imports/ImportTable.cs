using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Imports.Mappings;
using ArgaliConcessions.Application.Imports.Registry;
using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Functions.Zones;

namespace ArgaliConcessions.Functions.Console.Imports;

/// <summary>The kinds of files that the console takes, in the order of its page. A further kind is one entry here and its texts.</summary>
public sealed class ImportTable(
    ImportPermits permits, ImportHarvests harvests, ImportConcessions concessions, ImportSeasons seasons, ImportQuotas quotas, ImportZones zones, ZoneImportIntake intake,
    MappingRegister mappings)
{
    internal IReadOnlyList<IConsoleImport> All { get; } =
    [
        new ListImport("permits", permits.RunAsync, mappings),
        new ListImport("harvests", harvests.RunAsync, mappings),
        new ZoneImport(zones, intake),
        new ListImport("concessions", concessions.RunAsync, mappings, mayUpdate: true),
        new ListImport("seasons", seasons.RunAsync, mappings, mayUpdate: true),
        new ListImport("quotas", quotas.RunAsync, mappings, mayUpdate: true),
    ];

    /// <summary>Null for a kind that there is not.</summary>
    internal IConsoleImport? Find(string name) => All.FirstOrDefault(one => one.Name == name);
}
