namespace ArgaliConcessions.Storage.Archive;

/// <summary>What an export or import is doing.</summary>
public enum ArchiveStep
{
    /// <summary>The store is read into the archive.</summary>
    Writing,

    /// <summary>The archive is read and checked, before anything is written.</summary>
    Checking,

    /// <summary>The archive's rows are written to the store.</summary>
    Importing,

    /// <summary>The store is read again and held against the archive.</summary>
    Comparing,
}

/// <summary>How far a step has come.</summary>
public readonly record struct ArchiveProgress(ArchiveStep Step, long Rows);
