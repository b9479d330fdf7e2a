using System.Collections.Immutable;

namespace ArgaliConcessions.Functions.Console.Imports;

/// <summary>What a file would do, or did, in words.</summary>
/// <param name="Good">Whether it may be imported as it is.</param>
/// <param name="Facts">What it was understood as, and what it changes: a label and a value each.</param>
/// <param name="FaultCount">All faults; <paramref name="Faults"/> holds the first of them.</param>
/// <param name="Lines">What becomes of single rows, where that is told; empty elsewhere.</param>
internal sealed record ImportTrial(
    bool Good, ImmutableArray<(string Label, string Value)> Facts, int FaultCount, ImmutableArray<ImportFault> Faults, ImmutableArray<string> Lines);

/// <summary>One thing wrong with a file.</summary>
/// <param name="Row">Where: a line, or a feature; empty for the whole file.</param>
/// <param name="Column">A column or a member; empty for the whole row.</param>
/// <param name="Value">What stands there; empty where nothing does.</param>
internal sealed record ImportFault(string Row, string Column, string Value, string Text);

/// <summary>What came of the word to import.</summary>
/// <param name="Job">The job that does it; null where it is done already.</param>
/// <param name="Done">What was done, where it is done already.</param>
internal sealed record ImportStarted(string? Job, ImportTrial? Done);
