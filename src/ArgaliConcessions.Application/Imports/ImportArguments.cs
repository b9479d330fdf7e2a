namespace ArgaliConcessions.Application.Imports;

/// <summary>What an import's job is told; the list itself is the job's input.</summary>
public sealed record ImportArguments(string Source);
