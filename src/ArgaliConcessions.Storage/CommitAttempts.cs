using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Storage;

/// <summary>
/// The attempts of one commit. A reply that was lost leaves the commit in doubt; from then on the witness is read
/// before anything is sent again, and no conflict is believed before the witness has said that it is not our own.
/// </summary>
internal sealed class CommitAttempts(IRecordTable table, RawCommit commit, string commitId)
{
    /// <summary>An attempt may have been applied. It stays so: a request that was given up may still arrive.</summary>
    public bool InDoubt { get; private set; }

    public async ValueTask<CommitResult> AttemptAsync(CancellationToken cancellationToken)
    {
        if (InDoubt && await IsOursAsync(cancellationToken)) return new CommitResult(CommitOutcome.Committed);
        var result = await SendAsync(cancellationToken);
        if (result.Outcome == RawOutcome.Committed || await IsOursAsync(cancellationToken)) return new CommitResult(CommitOutcome.Committed);
        var outcome = result.Outcome == RawOutcome.Conflict ? CommitOutcome.Conflict : CommitOutcome.AlreadyThere;
        return new CommitResult(outcome, result.Row is null ? null : KeyEncoder.Decode(result.Row));
    }

    private async Task<RawCommitResult> SendAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await table.TryCommitAsync(commit, cancellationToken);
        }
        catch (Exception fault) when (fault is OperationCanceledException or RecordTableException { Kind: TableFault.Ambiguous })
        {
            InDoubt = true;
            throw;
        }
    }

    private async Task<bool> IsOursAsync(CancellationToken cancellationToken)
    {
        var witness = await table.FindAsync(commit.Partition, commit.Changes[^1].Row, cancellationToken);
        return witness is not null && witness.Columns.TryGetValue(RawCommits.CommitIdColumn, out var id) && id == commitId;
    }
}
