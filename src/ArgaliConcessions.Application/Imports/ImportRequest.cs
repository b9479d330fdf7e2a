using System.Collections.Immutable;
using ArgaliConcessions.Application.Imports.Registry;
using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Application.Records.Chain;

namespace ArgaliConcessions.Application.Imports;

/// <summary>A list to bring in.</summary>
/// <param name="DryRun">Only say what it would do.</param>
/// <param name="By">The caller's subject.</param>
public sealed record ImportRequest(ListFile File, ListSource Source, bool DryRun, string By, JobKey Key)
{
    /// <summary>Whether the list may change what is recorded otherwise; only for lists of the register.</summary>
    public bool Update { get; init; }

    /// <summary>Who asks, for lists that are recorded within the request.</summary>
    public Actor Actor { get; init; } = new(By, "authority", "");
}

/// <summary>What became of a list: a preview, or the job that applies it.</summary>
public sealed record ImportAnswer(ImportPreview Preview, string? JobId)
{
    /// <summary>What was done with each thing, or would be, for lists that are recorded within the request; null for others.</summary>
    public ImmutableArray<ListLine>? Lines { get; init; }
}
