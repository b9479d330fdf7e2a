namespace ArgaliConcessions.Host.Local.Serving;

/// <summary>The store holds part of an archive: it is no register until its import has been ended.</summary>
public sealed class UnfinishedImportException() : Exception("The store holds part of an archive. End the import first.");
