namespace ArgaliConcessions.Functions.Http;

/// <summary>Who calls.</summary>
/// <param name="Subject">The token's subject: stays the same from call to call; part of the idempotency scope and the audit.</param>
/// <param name="Role">The one role that the token gives.</param>
/// <param name="Concessions">The ids of a holder's own concessions; empty for other roles.</param>
/// <param name="Name">The person's name, where the token gives one.</param>
/// <param name="Session">The console's session that the caller came by; null for a bearer token, a link, or nobody.</param>
public sealed record Caller(string Subject, Role Role, IReadOnlyList<string> Concessions, string? Name = null, string? Session = null)
{
    public static Caller Anyone { get; } = new("anyone", Role.Anyone, []);

    /// <summary>Whether what belongs to a concession may be shown: always, but for holders only their own.</summary>
    public bool MaySee(string concession) => Role != Role.Holder || Concessions.Contains(concession, StringComparer.Ordinal);
}
