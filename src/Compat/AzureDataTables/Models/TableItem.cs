#nullable disable // The real signatures say nothing of null.

namespace Azure.Data.Tables.Models;

/// <summary>Stands for the class of the same name in Azure.Data.Tables: a table of the account.</summary>
public class TableItem
{
    public TableItem(string name) => Name = name;

    public string Name { get; }
}
