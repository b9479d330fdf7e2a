#nullable disable // The real signatures say nothing of null.

namespace Azure.Data.Tables;

/// <summary>Stands for the interface of the same name in Azure.Data.Tables: what every row has.</summary>
public interface ITableEntity
{
    string PartitionKey { get; set; }

    string RowKey { get; set; }

    /// <summary>When the service last wrote the row; it ignores what is sent.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>The version that was read; the default value when the row was not read.</summary>
    ETag ETag { get; set; }
}
