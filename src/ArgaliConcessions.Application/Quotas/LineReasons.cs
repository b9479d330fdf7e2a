using ArgaliConcessions.Domain.Compliance.Rules;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>What a quota line has against being taken from, said alike to whoever asks.</summary>
internal static class LineReasons
{
    /// <summary>R06: too few animals are left on the line.</summary>
    /// <param name="room">Animals that this request could have had.</param>
    /// <param name="pointer">The field of the request that a clerk would change.</param>
    public static Reason Full(string concession, string year, LineState line, int room, int asked, string pointer)
    {
        var (terms, balance) = (line.Latest.Revision, line.Standing);
        var full = Reason.Of(
            OversoldLine.Code, pointer, ("kind", "full"), ("line", line.Id), ("animals", terms.Value.Animals), ("issued", balance.Held),
            ("reserved", balance.Reserved), ("remaining", room), ("asked", asked));
        return full with { Law = QuotaLineStanding.RefOf(concession, year, line.Id, terms) };
    }
}
