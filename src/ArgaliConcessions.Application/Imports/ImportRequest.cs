using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Application.Jobs;

namespace ArgaliConcessions.Application.Imports;

/// <summary>A list to bring in.</summary>
/// <param name="DryRun">Only say what it would do.</param>
/// <param name="By">The caller's subject.</param>
public sealed record ImportRequest(ListFile File, ListSource Source, bool DryRun, string By, JobKey Key);

/// <summary>What became of a list: a preview, or the job that applies it.</summary>
public sealed record ImportAnswer(ImportPreview Preview, string? JobId);
