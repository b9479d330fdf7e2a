using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Application.Imports.Held;

/// <summary>
/// A file that somebody has handed in and seen tried, and that waits for the word to import it: the very same bytes. Row
/// <c>held</c> of <c>job/{id}</c>, beside the bytes.
/// </summary>
/// <param name="Kind">What it is a file of; it is given out for that alone.</param>
/// <param name="Name">As its sender calls it.</param>
/// <param name="MediaType">As its sender says; empty where he does not.</param>
/// <param name="Said">What its sender said of it, as the parameters of the route that imports such files: <c>?source=Murghab%20office</c>; empty for nothing.</param>
/// <param name="By">The subject that handed it in, and the only one that it is given to.</param>
/// <param name="Sha256">Of the bytes, lower-case hex.</param>
/// <param name="Until">From then on it is given to nobody, and soon deleted.</param>
public sealed record HeldFile(string Id, string Kind, string Name, string MediaType, string Said, string By, string Sha256, Instant Until)
{
    /// <summary>Time between handing in and importing.</summary>
    /// <value>1 hour: to look through what would change, and to ask somebody.</value>
    public static readonly Duration Time = Duration.FromHours(1);

    internal const string NoteKind = "held-file";

    internal static RecordKey KeyOf(string id) => new(JobInput.PartitionOf(id), "held");
}

/// <summary>A held file with its bytes.</summary>
public sealed record HeldContent(HeldFile File, ReadOnlyMemory<byte> Bytes);

/// <summary>That a file is to be deleted.</summary>
internal sealed record HeldFileNote(string Id);
