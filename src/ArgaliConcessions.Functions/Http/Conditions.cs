namespace ArgaliConcessions.Functions.Http;

/// <summary>The conditions of a request (RFC 9110, 13.1), as opaque tags without their quotes.</summary>
/// <param name="IfMatch">The one strong tag of If-Match, <c>*</c> for any; null when the header is absent.</param>
/// <param name="MustBeNew">Whether If-None-Match is <c>*</c>: only create, never change.</param>
/// <param name="IfNoneMatch">The tags that the caller already holds.</param>
public sealed record Conditions(string? IfMatch, bool MustBeNew, IReadOnlyList<string> IfNoneMatch)
{
    public static Conditions None { get; } = new(null, false, []);

    /// <summary>Whether the caller already holds this version, so that 304 is the answer to its GET.</summary>
    public bool Holds(string etag) => MustBeNew || IfNoneMatch.Contains(etag, StringComparer.Ordinal);
}
