using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R35: who issues a permit is neither its hunter nor of its party. Altai, January 2009: officials of the hunting authorities were on board of the
/// helicopter, one of them with the permits (earthisland.org altai_project).
/// </summary>
/// <remarks>
/// Names are compared whole, whatever the order of their words: a violation. One that holds the other (a patronymic, "guide" beside it) is to be checked. At
/// issue the whole document number is compared too, since some offices use it as their account; the sweep has only its last characters.
/// </remarks>
public sealed class IssuedToHimself : IPermitRule
{
    public const string Code = "issued-to-himself";

    public RuleInfo Info { get; } = new("R35", Code, ["earthisland.org altai_project"]);

    public bool ChecksAtIssue => true;

    public IEnumerable<RuleAnswer> Judge(PermitCase file)
    {
        if (file.Permit.IssuedBy is not { } officer) return [new RuleAnswer.NotJudged(file.Subject, "officer")];
        var hunter = file.Permit.Hunter.Names.ByTag.Values.Append(file.Permit.Hunter.AsInPassport).OfType<string>().ToList();
        if (IsDocument(file, officer)) return [Flagged(file, Severity.Violation, "document", hunter[^1])];
        var keys = KeysOf(officer);
        var found = Found(keys, hunter, "hunter").Concat(Found(keys, file.Permit.Party, "party")).OrderBy(f => f.Severity).ToList();
        return [found is [var worst, ..] ? Flagged(file, worst.Severity, worst.Kind, worst.Person) : new RuleAnswer.Pass(file.Subject)];
    }

    /// <summary>The officer's name, the account, and the account's part before an at sign: <c>ivan.petrov@…</c>.</summary>
    private static List<NameKey> KeysOf(IssuingOfficer officer) =>
        [.. new[] { officer.Name, officer.Subject, officer.Subject?.Split('@')[0] }.OfType<string>().Distinct(StringComparer.Ordinal).Select(NameKey.Of).Where(key => !key.IsEmpty)];

    private static bool IsDocument(PermitCase file, IssuingOfficer officer) =>
        file.DocumentNumber is { } number && officer.Subject is { } subject && Folding.Fold(number) is { Length: > 0 } folded && folded == Folding.Fold(subject);

    private static IEnumerable<(Severity Severity, string Kind, string Person)> Found(List<NameKey> officer, IEnumerable<string> people, string kind)
    {
        foreach (var person in people)
        {
            var key = NameKey.Of(person);
            if (officer.Contains(key)) yield return (Severity.Violation, kind, person);
            else if (officer.Exists(name => key.Holds(name) || name.Holds(key))) yield return (Severity.Notice, kind, person);
        }
    }

    private static RuleAnswer.Flagged Flagged(PermitCase file, Severity severity, string kind, string person) => new(
        file.Subject, severity, FindingCause.AtIssue, Evidence.Of(("kind", kind), ("officer", file.Permit.IssuedBy!.Name ?? file.Permit.IssuedBy.Subject), ("person", person)), []);
}
