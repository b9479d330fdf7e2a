using ArgaliConcessions.Application.Law;

namespace ArgaliConcessions.Application.Permits.Tags;

/// <summary>How a tag stands.</summary>
/// <remarks><c>Pending</c>: a permit is about to bear it, or just does. <c>Void</c>: replaced; it is never borne again.</remarks>
public enum TagState { Free, Pending, Held, Void }

/// <param name="Registered">Its entry in the register; null where it is not registered.</param>
/// <param name="Permit">The permit that holds it, or voided it.</param>
public sealed record TagReading(string Tag, TagState State, string? Permit, LocalDate? VoidedOn, RegisteredTag? Registered);

/// <summary>One tag: registered or not, and who holds it.</summary>
public sealed class ReadTag(TagRegister register, TagClaims claims)
{
    /// <summary>No permit bears a longer tag.</summary>
    private const int Longest = 60;

    public async Task<Outcome<TagReading>> RunAsync(string tag, CancellationToken cancellationToken)
    {
        if (tag.Length > Longest) return Refusal.NotFound("tag");
        var entry = (await register.FindAsync(tag, cancellationToken))?.Value;
        var claim = (await claims.FindAsync(tag, cancellationToken))?.Value;
        if (entry is null && claim is null) return Refusal.NotFound("tag");
        var reading = new TagReading(entry?.Tag ?? tag, StateOf(claim), claim?.Number, claim?.VoidedOn, entry);
        return new Outcome<TagReading>.Done(reading, ETag: entry is null ? null : LawTag.Of(entry.Revision, entry.Revision));
    }

    private static TagState StateOf(TagClaim? claim) => claim switch
    {
        null => TagState.Free,
        { VoidedOn: not null } => TagState.Void,
        { Number: null } => TagState.Pending,
        _ => TagState.Held,
    };
}
