using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;

namespace ArgaliConcessions.Application.Compliance;

/// <summary>How long work reads the result of a commit: done, or to be tried again later.</summary>
internal static class ChainResults
{
    /// <summary>The decision's value.</summary>
    /// <exception cref="RecordStoreException">Busy or unknown: a job stops here and takes up at its last checkpoint.</exception>
    public static T? OrThrow<T>(this ChainResult<T> result) => result.Status is ChainStatus.Done or ChainStatus.Nothing
        ? result.Value
        : throw new RecordStoreException($"A commit ended {result.Status}; the work goes on from its last checkpoint.");
}
