using System.Text.Json;
using ArgaliConcessions.Host.Local.Demo;

namespace ArgaliConcessions.Functions.Tests.Demo;

/// <summary>The demo's data with some of its faults taken away.</summary>
internal sealed class DemoVariant
{
    private readonly Dictionary<string, EditableList> _lists = DemoFiles.Lists.ToDictionary(l => l.File, l => new EditableList(l), StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly List<LawEntry> _law = [.. DemoFiles.Law.SelectMany(file => LawEntry.In(DemoFiles.Read(file)))];

    public DemoVariant(params IEnumerable<PlantedCase> repaired)
    {
        foreach (var repair in repaired.SelectMany(c => c.Repair)) Apply(repair);
    }

    public IReadOnlyList<LawEntry> Law => _law;

    /// <summary>The lists in the order of import.</summary>
    public IEnumerable<EditableList> Lists => _lists.Values;

    /// <summary>The lists in which a cell or a row differs from the demo's.</summary>
    public IEnumerable<EditableList> ChangedLists => Lists.Where(list => _changed.Contains(list.List.File));

    public static bool ChangesTheLaw(PlantedCase planted) => planted.Repair.Any(r => r.Law is not null);

    /// <summary>Whether rows are gone, which an import into a store that has them would only tell of.</summary>
    public static bool TakesRowsAway(PlantedCase planted) =>
        planted.Repair.Any(r => r.List is not null && (r.Set is null || r.Set.ContainsKey("number")));

    private void Apply(Repair repair)
    {
        if (repair.List is not null) _changed.Add(repair.List);
        if (repair.Law is not null) ApplyToLaw(repair);
        else if (repair.Drop.ValueKind == JsonValueKind.True) _lists[repair.List!].Drop(repair.Row!);
        else _lists[repair.List!].Set(repair.Row!, repair.Set!);
    }

    private void ApplyToLaw(Repair repair)
    {
        if (repair.Add is { } entry)
        {
            _law.Insert(_law.FindLastIndex(e => e.Path.StartsWith("quotas/", StringComparison.Ordinal)) + 1, new LawEntry((string)entry["put"]!, entry["body"]!.DeepClone().AsObject()));
            return;
        }

        var (concession, zone) = repair.Drop.GetString()!.Split('/') switch { var parts => (parts[0], parts[1]) };
        if (_law.RemoveAll(e => e.Path == $"concessions/{concession}/zones/{zone}") == 0) throw new InvalidDataException($"No zone {repair.Drop}.");
    }
}
