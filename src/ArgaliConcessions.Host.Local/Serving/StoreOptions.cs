using System.ComponentModel.DataAnnotations;

namespace ArgaliConcessions.Host.Local.Serving;

/// <summary>The stores that the local host can keep its records in.</summary>
public enum StoreKind
{
    /// <summary>One file in the data folder.</summary>
    Sqlite,

    /// <summary>A table of Azure Table storage, or of its emulator.</summary>
    AzureTables,
}

/// <summary>Which store the local host works on.</summary>
public sealed class StoreOptions
{
    /// <summary>The section of the configuration that this is read from.</summary>
    public const string SectionName = "Storage";

    /// <summary>The kind of store.</summary>
    /// <value><c>Sqlite</c>, or <c>AzureTables</c>.</value>
    [EnumDataType(typeof(StoreKind))]
    public StoreKind Kind { get; set; } = StoreKind.Sqlite;
}
