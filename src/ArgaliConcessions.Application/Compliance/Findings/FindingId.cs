using System.Security.Cryptography;
using System.Text;
using ArgaliConcessions.Domain.Compliance;

namespace ArgaliConcessions.Application.Compliance.Findings;

/// <summary>
/// The public id of a finding, <c>CODE-SCOPE-HASH</c>: stable from run to run, and enough to find its partition.
/// </summary>
/// <param name="Owner">The concession's code, or the country's two letters for a national finding.</param>
/// <param name="Scope">The hunting year's id, or <see cref="ZoneScope"/>.</param>
/// <param name="Hash">16 lower-case hex characters, see <see cref="HashOf"/>.</param>
public sealed record FindingId(string Owner, string Scope, string Hash)
{
    /// <summary>The scope of findings about zones, which belong to no hunting year.</summary>
    public const string ZoneScope = "zone";

    private const int HashLength = 16;
    private const int LongestOwner = 8;

    /// <summary>What makes a finding the same one tomorrow: rule, subject and zone; not its figures.</summary>
    public static string HashOf(string rule, FindingSubject subject, string? zone)
    {
        var identity = $"{rule}|{subject.Type}|{subject.Id}|{zone}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..HashLength];
    }

    /// <summary>Reads an id as it came in; null when it cannot be one of ours.</summary>
    public static FindingId? Read(string written)
    {
        var parts = written.Split('-');
        if (parts is not [var owner, var scope, var hash]) return null;
        var ours = owner.Length is >= 2 and <= LongestOwner && owner.All(IsOwner) && IsScope(scope) && hash.Length == HashLength && hash.All(char.IsAsciiHexDigitLower);
        return ours ? new FindingId(owner, scope, hash) : null;
    }

    public override string ToString() => $"{Owner}-{Scope}-{Hash}";

    private static bool IsOwner(char c) => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c);

    private static bool IsScope(string scope) => scope == ZoneScope || (scope.Length == 4 && scope.All(char.IsAsciiDigit));
}
