namespace ArgaliConcessions.Domain.Compliance;

/// <summary>What the register of tags says of a tag.</summary>
/// <remarks><c>Void</c>: replaced on a permit; it is never borne again.</remarks>
public enum TagStanding { Unknown, Registered, Unregistered, Void }
