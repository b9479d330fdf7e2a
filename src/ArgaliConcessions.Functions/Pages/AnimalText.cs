using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Pages;

/// <summary>The animal of a permit in words: species, sex, age, and how many where it is not one.</summary>
internal static class AnimalText
{
    public static string Of(Permit permit, AuthorityTerms authority, Texts texts)
    {
        var age = permit.Animal.MinimumAgeYears is { } years ? ", " + texts.Format("page.verdict.minimumAge", ("years", years)) : "";
        var count = permit.Animals == 1 ? "" : $" × {texts.Value(permit.Animals)}";
        return $"{Taxon(permit.Animal.Taxon, authority, texts)}, {texts.Value(permit.Animal.Sex)}{age}{count}";
    }

    /// <summary>The taxon's name in the reader's language with the scientific one; its id where the authority has none such.</summary>
    public static string Taxon(string id, AuthorityTerms authority, Texts texts)
    {
        var taxon = authority.TaxonTree.Find(id);
        if (taxon is null) return id;
        return taxon.Scientific is { } scientific ? $"{taxon.Names.In(texts.Language.Chain)} ({scientific})" : taxon.Names.In(texts.Language.Chain);
    }
}
