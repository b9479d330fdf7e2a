using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>
/// Animals on their way from one line to another, whole, so that anybody can carry it on: row <c>o/t/{id}</c> of the law, there from
/// its first step to its last.
/// </summary>
/// <param name="From">The change of the line that gives; its target is what it keeps.</param>
/// <param name="To">The change of the line that gets.</param>
/// <param name="AnswerRow">The row of the law that keeps the answer of the request.</param>
/// <param name="Taken">Whether the first line has given them: from then on it is carried to its end.</param>
public sealed record TransferOperation(string Id, LineOperation From, LineOperation To, int Animals, string AnswerRow, bool Taken, Instant StartedAt);

/// <summary>What a transfer came to, kept under the request's key: row <c>k/{hash}</c> of the law.</summary>
/// <param name="Operation">The operation's id.</param>
/// <param name="Done">Null while it is under way.</param>
public sealed record KeptTransfer(string BodySha256, string Operation, Transfer? Done);

/// <summary>Animals that were moved from one quota line to another.</summary>
public sealed record Transfer(string Id, string Year, string Taxon, int Animals, TransferredLine From, TransferredLine To, LegalBasis Basis, Instant RecordedAt);

/// <summary>One of the two lines as the transfer left it.</summary>
/// <param name="Animals">What the line then had.</param>
/// <param name="Revision">The line's revision that the transfer made.</param>
public sealed record TransferredLine(string Concession, string Line, int Animals, int Revision)
{
    public static TransferredLine Of(LineOperation operation) =>
        new(operation.Concession, operation.Line, operation.Target.Animals, operation.BaseRevision + 1);
}
