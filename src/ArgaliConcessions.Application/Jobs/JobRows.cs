using System.Security.Cryptography;
using System.Text;
using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Application.Jobs;

/// <summary>The rows of the partition <c>jobs</c>. It is not chained: leases come and go.</summary>
internal static class JobRows
{
    public const string Partition = "jobs";

    /// <summary>Jobs that have not ended, oldest first: so that nobody has to read through the ended ones.</summary>
    public const string OpenPrefix = "q/";

    public static RecordKey KeyOf(string id) => new(Partition, Job(id));

    public static string Job(string id) => $"j/{id}";

    public static string Open(JobRecord job) => FormattableString.Invariant($"{OpenPrefix}{job.CreatedAt.ToUnixTimeTicks():D20}/{job.Id}");

    /// <summary>The id in a row that <see cref="Open"/> made.</summary>
    public static string IdOf(string openRow) => openRow[(openRow.LastIndexOf('/') + 1)..];

    /// <summary>One witness a job: each change deletes the one before.</summary>
    public static string Witness(string id, int revision) => FormattableString.Invariant($"w/{id}/{revision:D8}");

    public static string IdempotencyKey(JobKey key) =>
        $"k/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key.Scope}\n{key.Value}")))}";
}
