namespace ArgaliConcessions.Application.Law;

/// <summary>A concession's rows in <c>directory</c>, by id and by code.</summary>
public sealed record DirectoryRow(string Concession, string Code);
