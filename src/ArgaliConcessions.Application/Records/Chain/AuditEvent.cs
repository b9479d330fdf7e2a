using System.Text.Json.Serialization;
using NodaTime;

namespace ArgaliConcessions.Application.Records.Chain;

/// <summary>What one commit did, who asked for it, and the hash of the event before: row <c>a/&lt;sequence&gt;</c>, the commit's witness.</summary>
/// <param name="Sequence">The commit's number in its partition, from 1.</param>
/// <param name="At">The instant it was recorded.</param>
/// <param name="Actor">The subject of the caller's token, or the name of a timer.</param>
/// <param name="ActorRole">The role in which it acted.</param>
/// <param name="Action">What was done, a stable code.</param>
/// <param name="RequestId">The request (or job) that caused it.</param>
/// <param name="CommitId">By which the commit recognises itself.</param>
/// <param name="NextSerial">The head's next serial after this commit: with it the head can be checked whole.</param>
/// <param name="Rows">Every row written but the head and this event.</param>
/// <param name="PreviousHash">SHA-256, lower-case hex, of the stored bytes of the event before; empty for the first.</param>
public sealed record AuditEvent(
    long Sequence, Instant At, string Actor, string ActorRole, string Action, string RequestId, string CommitId, int NextSerial,
    IReadOnlyList<AuditedRow> Rows, string PreviousHash)
{
    /// <summary>Rows that start with this are audit events.</summary>
    public const string Prefix = "a/";

    /// <summary>SHA-256, lower-case hex, of this event as stored. Not part of what is stored: it is taken of the bytes.</summary>
    [JsonIgnore]
    public string Hash { get; init; } = "";

    /// <summary>The row of an event: twelve digits, so that the order of rows is the order of commits.</summary>
    public static string RowOf(long sequence) => FormattableString.Invariant($"{Prefix}{sequence:D12}");

    /// <summary>Reads an event from its row.</summary>
    /// <exception cref="System.Text.Json.JsonException">The row holds no event.</exception>
    public static AuditEvent Read(StoredRecord record) =>
        RecordJson.Read<AuditEvent>(record.Payload) with { Hash = ChainHash.OfBytes(record.Payload.Span) };
}

/// <summary>What a commit left in one row: a hash of its content, or that it is gone.</summary>
/// <param name="Row">The row's name.</param>
/// <param name="Sha256">Of the row's content, lower-case hex; for rows that are not personal.</param>
/// <param name="Hmac">HMAC-SHA256 of the content with the salt in the row's column <c>salt</c>; for personal rows.</param>
/// <param name="Deleted">True when the commit deleted the row, else absent.</param>
public sealed record AuditedRow(string Row, string? Sha256 = null, string? Hmac = null, bool? Deleted = null);
