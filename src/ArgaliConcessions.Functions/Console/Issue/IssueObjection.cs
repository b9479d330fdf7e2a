using System.Collections.Immutable;
using ArgaliConcessions.Application;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Wording;
using NodaTime;

namespace ArgaliConcessions.Functions.Console.Issue;

/// <summary>One thing that stands against the permit, told beside the field that a clerk would change.</summary>
/// <param name="Field">Null where it is of none of them.</param>
/// <param name="Act">The act that says so, in words; null where there is none.</param>
/// <param name="Offered">Days that the season leaves open of those that were asked for.</param>
internal sealed record IssueObjection(string? Field, string Text, string? Act, ImmutableArray<DateInterval> Offered)
{
    /// <summary>With its act, where there is one.</summary>
    public string Words => Act is null ? Text : $"{Text} ({Act})";

    public static IssueObjection Of(Fault fault, IReadOnlyList<int> rows, Texts texts) =>
        new(IssueField.Of(fault.Pointer, rows), ProblemAnswer.FaultText(fault, texts), null, []);

    public static IssueObjection Of(Reason reason, IReadOnlyList<int> rows, Texts texts)
    {
        var offered = reason.Evidence.Values.GetValueOrDefault("offeredRanges") is EvidenceValue.Many many ? many.Items.OfType<EvidenceValue.Dates>() : [];
        return new IssueObjection(
            IssueField.Of(reason.Pointer, rows), ReasonText.Of(reason, texts), ActOf(reason.Law, texts), [.. offered.Select(d => new DateInterval(d.From, d.To))]);
    }

    /// <summary>What a refusal says: its reasons, or where it has none, itself.</summary>
    public static IReadOnlyList<IssueObjection> Of(Refusal refusal, IReadOnlyList<int> rows, Texts texts) => refusal.Reasons.IsEmpty
        ? [new IssueObjection(null, texts.Format($"refusal.{refusal.Code}"), null, [])]
        : [.. refusal.Reasons.Select(r => Of(r, rows, texts))];

    private static string? ActOf(LawRef? law, Texts texts) => law switch
    {
        null => null,
        { Basis: { } act } => $"{texts.Format("report.act.text", ("title", act.Title), ("number", act.Number), ("date", act.PublishedOn))} [{law.Path}]",
        _ => law.Path,
    };
}
