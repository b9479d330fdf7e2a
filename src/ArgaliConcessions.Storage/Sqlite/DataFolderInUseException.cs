namespace ArgaliConcessions.Storage.Sqlite;

/// <summary>Another host works in the data folder.</summary>
/// <param name="folder">The folder.</param>
/// <param name="holder">Who holds it, as it wrote itself down; null when it had not yet.</param>
public sealed class DataFolderInUseException(string folder, string? holder)
    : Exception($"The data folder '{folder}' is in use by {holder ?? "another process"}. Stop that process, or choose another folder.")
{
    /// <summary>The folder.</summary>
    public string Folder { get; } = folder;

    /// <summary>The holder, such as <c>process 4711 on karkhona since 2016-11-01T04:30:00Z</c>.</summary>
    public string? Holder { get; } = holder;
}
