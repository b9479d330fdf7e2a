using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Permits.Tags;

/// <summary>What is known of a tag that a permit shall bear.</summary>
/// <param name="Others">The permit that holds it, or is about to; empty when it is free or the request's own.</param>
public sealed record TagAnswer(IReadOnlyList<string> Others, TagStanding Standing);

/// <summary>Asks who holds a tag and, where the authority wants tags registered, whether it is.</summary>
public sealed class TagLookup(TagClaims claims, TagRegister register)
{
    /// <param name="answerRow">By which the request knows a claim of its own.</param>
    public async Task<TagAnswer> FindAsync(string tag, string answerRow, RuleSettings settings, CancellationToken cancellationToken)
    {
        var claim = (await claims.FindAsync(tag, cancellationToken))?.Value;
        if (claim?.VoidedOn is not null) return new TagAnswer([], TagStanding.Void);
        var isOther = claim is not null && claim.AnswerRow != answerRow;
        string[] others = isOther ? [claim!.Number ?? $"{claim.Concession}/{claim.Year}"] : [];
        return new TagAnswer(others, await StandingAsync(tag, settings, cancellationToken));
    }

    private async Task<TagStanding> StandingAsync(string tag, RuleSettings settings, CancellationToken cancellationToken)
    {
        if (!settings.TagsRegistered) return TagStanding.Unknown;
        return await register.FindAsync(tag, cancellationToken) is null ? TagStanding.Unregistered : TagStanding.Registered;
    }
}
