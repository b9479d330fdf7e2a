using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Harvests;

namespace ArgaliConcessions.Application.Compliance.Sweeping;

/// <summary>Asks every permit rule about one permit file.</summary>
public sealed class PermitJudge(LedgerLaw law, DuplicateIndex duplicates)
{
    public RuleAnswers Judge(PermitFile file)
    {
        var subject = new PermitCase
        {
            Permit = file.Permit,
            Harvests = file.Harvests,
            Inspections = file.Inspections,
            Law = law.Book,
            Line = law.LineOf(file.Permit.Line),
            Today = law.Today,
            Knowledge = law.Knowledge,
            SamePaper = duplicates.SamePaper(file.Permit.Number),
            SameTag = duplicates.SameTag(file.Permit.Number),
            SameDocument = duplicates.SameDocument(file.Permit.Number),
            TagStanding = file.Permit.Tag is { } tag && duplicates.IsRegistered(tag) ? TagStanding.Registered : TagStanding.Unregistered,
        };
        var answers = RuleBook.PermitRules.SelectMany(rule => rule.Judge(subject).Select(answer => (rule.Info, answer)));
        return RuleAnswers.Of(answers, (rule, flagged) => new FlaggedCase(rule, flagged, file.Permit.Number, PositionOf(file, flagged.Subject)));
    }

    private static GeoPosition? PositionOf(PermitFile file, FindingSubject subject)
    {
        var id = subject.Id[(subject.Id.LastIndexOf('/') + 1)..];
        return subject.Type switch
        {
            SubjectType.Harvest => file.Harvests.FirstOrDefault(harvest => harvest.Id == id)?.Position,
            SubjectType.Inspection => file.Inspections.FirstOrDefault(inspection => inspection.Id == id)?.Position,
            _ => null,
        };
    }
}
