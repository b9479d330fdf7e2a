using ArgaliConcessions.Application.Compliance.Findings;

namespace ArgaliConcessions.Application.Compliance.Runs;

/// <summary>The names of the rows of <c>runs</c> and <c>run/{id}</c>.</summary>
public static class RunRows
{
    /// <summary>The last complete run, in <c>runs</c>.</summary>
    public const string Latest = "latest";

    /// <summary>The last run that began, in <c>runs</c>.</summary>
    public const string Newest = "newest";

    /// <summary>Ledgers' results.</summary>
    public const string Ledgers = "l/";

    /// <summary>Results about zones.</summary>
    public const string Zones = "z/";

    /// <summary>National results.</summary>
    public const string National = "n/";

    /// <summary>Chunks of findings.</summary>
    public const string Findings = "f/";

    public static string Run(string id) => $"r/{id}";

    public static string Place(FindingPlace place) => place switch
    {
        { Concession: { } concession, Year: { } year } => $"{Ledgers}{concession}/{year}",
        { Concession: { } concession } => Zones + concession,
        _ => National + place.Year,
    };

    public static string Chunk(FindingPlace place, int number) =>
        FormattableString.Invariant($"{Findings}{place.Concession ?? "-"}/{place.Year ?? "zones"}/{number:0000}");
}
