using ArgaliConcessions.Application.Imports.Tables;

namespace ArgaliConcessions.Application.Imports;

/// <summary>What an import's job is told; the list itself is the job's input.</summary>
/// <param name="Sheet">The sheet that was asked for; null for the one that holds the list.</param>
/// <param name="Mapping">As it was when the list was handed in, whatever became of it since.</param>
public sealed record ImportArguments(string Source, string? Sheet = null, ListMapping? Mapping = null);
