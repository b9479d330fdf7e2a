using System.ComponentModel.DataAnnotations;

namespace ArgaliConcessions.Storage.Sqlite;

/// <summary>Where and how the embedded store keeps its file.</summary>
public sealed class SqliteOptions
{
    /// <summary>The section of the configuration that these are read from.</summary>
    public const string SectionName = "Storage:Sqlite";

    /// <summary>The folder that holds the database; made when missing. One host at a time.</summary>
    /// <value><c>data</c>, below the working directory.</value>
    [Required]
    public string DataFolder { get; set; } = "data";

    /// <summary>Seconds that an attempt waits for another program (a backup, a database browser) that has locked the file.</summary>
    /// <value>5.</value>
    [Range(1, 60)]
    public int BusySeconds { get; set; } = 5;

    /// <summary>Reads at once at most; each has its own connection.</summary>
    /// <value>8.</value>
    [Range(1, 64)]
    public int Readers { get; set; } = 8;
}
