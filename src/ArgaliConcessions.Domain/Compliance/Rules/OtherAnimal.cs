using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Domain.Compliance.Rules;

/// <summary>
/// R17: the animal taken is of the taxon and sex on the permit. A polii on an argali permit matches; an argali of unknown kind on a polii permit cannot be
/// judged. Documented: argali taken on ibex and red-deer permits, Altai 2009 (earthisland.org altai_project).
/// </summary>
/// <remarks>What is not known of an animal that was hit but not recovered could not be known: only a kill without it is not judged.</remarks>
public sealed class OtherAnimal : IPermitRule
{
    public const string Code = "other-animal";

    public RuleInfo Info { get; } = new("R17", Code, ["earthisland.org altai_project"]);

    public bool ChecksAtIssue => false;

    public IEnumerable<RuleAnswer> Judge(PermitCase file) => file.Takes.SelectMany(take => Judge(file, take));

    private static IEnumerable<RuleAnswer> Judge(PermitCase file, Harvest take)
    {
        var subject = file.SubjectOf(take);
        var (taxon, sex) = (TaxonMatches(file, take), SexMatches(file.Permit.Animal.Sex, take.Sex));
        if (taxon == false || sex == false) return [new RuleAnswer.Flagged(subject, Severity.Violation, FindingCause.Conduct, Of(file, take, taxon), [])];
        if (taxon == true && sex == true) return [new RuleAnswer.Pass(subject)];
        return take.Outcome == HarvestOutcome.Killed ? [new RuleAnswer.NotJudged(subject, taxon is null ? "taxon" : "sex")] : [];
    }

    /// <summary>Null where it cannot be told.</summary>
    private static bool? TaxonMatches(PermitCase file, Harvest take)
    {
        if (take.Taxon is not { } taken) return null;
        if (file.Taxa.Covers(file.Permit.Animal.Taxon, taken)) return true;
        return file.Taxa.Covers(taken, file.Permit.Animal.Taxon) ? null : false;
    }

    private static bool? SexMatches(Sex allowed, Sex taken) =>
        allowed is Sex.Any or Sex.Unknown ? true : taken is Sex.Male or Sex.Female ? taken == allowed : null;

    private static Evidence Of(PermitCase file, Harvest take, bool? taxon) => Evidence.Of(
        ("kind", taxon == false ? "taxon" : "sex"),
        ("taxon", take.Taxon is { } taken ? NameOf(file, taken) : null),
        ("permitTaxon", NameOf(file, file.Permit.Animal.Taxon)),
        ("sex", CodeOf(take.Sex)), ("permitSex", CodeOf(file.Permit.Animal.Sex)), ("on", take.On));

    private static EvidenceValue NameOf(PermitCase file, string taxon) => file.Taxa.Find(taxon) is { } known ? known.Names : taxon;

    private static string CodeOf(Sex sex) => sex switch
    {
        Sex.Male => "male",
        Sex.Female => "female",
        Sex.Any => "any",
        _ => "unknown",
    };
}
