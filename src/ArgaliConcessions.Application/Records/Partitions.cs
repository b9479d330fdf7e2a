namespace ArgaliConcessions.Application.Records;

/// <summary>The names of all partitions and rows, in one place.</summary>
public static class Partitions
{
    /// <summary>How partitions are found, since tables cannot list them: <c>code/{CODE}</c>, <c>c/{id}</c>, <c>l/{concession}/{year}</c>.</summary>
    public const string Directory = "directory";

    /// <summary>The shared law: <c>authority/{revision}</c>, <c>y/{id}/{revision}</c>, <c>closure/{id}/{revision}</c>, <c>qs/{survey}/{revision}</c>, <c>n/{year}/{taxon}/…</c>.</summary>
    public const string Law = "law";

    /// <summary>A row per zone version in force or planned.</summary>
    public const string ZoneMap = "zonemap";

    public const string Jobs = "jobs";

    public const string Runs = "runs";

    /// <summary>What stands on more than one permit: <c>paper/{series-number}</c>, <c>tag/{tag}</c>, <c>document/{hash}</c>.</summary>
    public const string Duplicates = "duplicates";

    /// <summary>Notes of what was begun across partitions: <c>{kind}/{instant}/{id}</c>.</summary>
    public const string Pending = "pending";

    /// <summary>The register of tags: <c>t/{tag}</c>, <c>v/{tag}/{revision}</c>.</summary>
    public const string Tags = "tags";

    /// <summary>How headers of imported lists are understood: <c>m/{id}</c>, <c>v/{id}/{revision}</c>.</summary>
    public const string Mappings = "mappings";

    /// <summary>Holds one row while an archive is being imported and the store is not yet a register; no archive holds this partition.</summary>
    public const string Import = "import";

    public static string Concession(string id) => $"concession/{id}";

    public static string Ledger(string concession, string year) => $"ledger/{concession}/{year}";

    public static string Paper(string folded) => $"paper/{folded}";

    /// <summary>Permits of a hunter's document, by <see cref="Permits.Ledger.DocumentIndex.KeyOf"/>.</summary>
    public static string Document(string key) => $"document/{key}";

    public static string Claims(string kind, string value) => $"claims/{kind}/{value}";

    /// <param name="concession">A concession's id, or <c>-</c> for what belongs to none.</param>
    /// <param name="year">A hunting year's id, or <c>zones</c> for findings about zones.</param>
    public static string Findings(string concession, string year) => $"findings/{concession}/{year}";

    /// <summary>Inspections by the first two hex digits of their id's SHA-256: <c>{id}</c>.</summary>
    public static string Inspections(string twoHex) => $"inspections/{twoHex}";

    public static string Run(string id) => $"run/{id}";

    /// <summary>What a source's list held when it was last imported.</summary>
    public static string Imported(string sourceHash) => $"imported/{sourceHash}";
}
