using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Domain.Surveys;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>A quota line as somebody asked for it: one revision of it, and what stands on it today.</summary>
/// <param name="Selected">The revision that counts in the question.</param>
/// <param name="Latest">The number of the newest revision.</param>
public sealed record QuotaLineStanding(string Concession, string Year, string Line, Revision<QuotaLine> Selected, int Latest, LineBalance Balance)
{
    /// <summary>What it rests on; null where the concession has no survey of the taxon.</summary>
    public QuotaSurvey? Survey { get; init; }

    /// <summary>The same with the survey that it rests on.</summary>
    public QuotaLineStanding On(SurveyBook surveys) => this with { Survey = surveys.For(Selected.Value.Taxon, Selected.Basis?.PublishedOn) };

    /// <summary>The tag that a change must name.</summary>
    public string ETag => LawTag.Of(Latest, Selected.Number);

    /// <summary>Names the revision in answers.</summary>
    public LawRef Law => RefOf(Concession, Year, Line, Selected);

    public static LawRef RefOf(string concession, string year, string line, Revision<QuotaLine> revision) =>
        new(FormattableString.Invariant($"ledger/{concession}/{year}/line/{line}@{revision.Number}"), revision.Basis);

    /// <summary>The line as known at an instant; null when the register had none of it yet.</summary>
    public static QuotaLineStanding? Of(string concession, string year, LineState line, LawKnowledge knowledge) =>
        line.Revisions.As(knowledge) is { } selected
            ? new QuotaLineStanding(concession, year, line.Id, selected, line.Latest.Revision.Number, line.Standing)
            : null;
}
