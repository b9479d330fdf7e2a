namespace ArgaliConcessions.Host.Local.Demo;

/// <summary>The demo's data files, which the program carries in itself.</summary>
internal static class DemoFiles
{
    /// <summary>The files of the law, in the order in which one rests on the other.</summary>
    public static readonly IReadOnlyList<string> Law =
    [
        "authority.json", "years.json", "closures.json", "national-quotas.json", "concessions.json", "zones.geojson", "seasons.json", "surveys.json",
        "quota-lines.json",
    ];

    /// <summary>Lists as a ministry keeps them; permits first, since outcomes name their papers.</summary>
    public static readonly IReadOnlyList<DemoList> Lists =
    [
        new("permits", "permits-2010-2013.csv"), new("permits", "permits-2014-2016.csv"),
        new("harvests", "harvests-2010-2013.csv"), new("harvests", "harvests-2014-2016.csv"),
    ];

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static byte[] Read(string name)
    {
        using var stream = typeof(DemoFiles).Assembly.GetManifestResourceStream($"Demo/{name}")
            ?? throw new FileNotFoundException("The program carries no such demo file.", name);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}

/// <summary>A list to import.</summary>
/// <param name="Kind">What it lists, as the import's address names it.</param>
internal sealed record DemoList(string Kind, string File)
{
    /// <summary>By which its rows are known again.</summary>
    public string Source => Path.GetFileNameWithoutExtension(File);
}
