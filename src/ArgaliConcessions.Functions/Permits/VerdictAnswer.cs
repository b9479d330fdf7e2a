using ArgaliConcessions.Application.Permits.Validity;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Permits.Verdicts;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Wording;
using NodaTime;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>A verdict as it is answered.</summary>
/// <param name="LawKnownAt">What the register recorded later may be missing.</param>
/// <param name="NextStepCode">Stable; <paramref name="NextStep"/> words it.</param>
internal sealed record VerdictAnswer(
    string Permit, VerdictKind Verdict, VerdictScope Scope, Instant At, LocalDate LocalDate, Instant LawKnownAt, LawPins LawSequences,
    VerdictSubject Subject, IReadOnlyList<OrderedDictionary<string, object>> Checks, string NextStepCode, string NextStep)
{
    public static VerdictAnswer Of(VerdictView view, Texts texts) => new(
        view.Permit.Number, view.Verdict.Kind, view.Verdict.Scope, view.Question.At, view.Question.On, view.LawKnownAt, view.Pins,
        VerdictSubject.Of(view), [.. view.Verdict.Checks.Select(check => Check(check, texts))], view.Verdict.NextStep,
        texts.Format($"nextStep.{view.Verdict.NextStep}"));

    /// <summary>A check with its figures beside it, not a level below.</summary>
    private static OrderedDictionary<string, object> Check(VerdictCheck check, Texts texts)
    {
        var answer = new OrderedDictionary<string, object>(StringComparer.Ordinal) { ["check"] = check.Check, ["result"] = check.Result };
        if (check.Code is not null) answer["code"] = check.Code;
        if (check.Law is { } law) answer["law"] = law.Path;
        if (check.Law?.Basis is { } basis) answer["basis"] = basis;
        answer["detail"] = CheckText.Of(check, texts);
        foreach (var (name, value) in check.Evidence.Values) answer.TryAdd(name, value);
        return answer;
    }
}

/// <summary>What an inspector compares with the man, the rifle and the animal.</summary>
internal sealed record VerdictSubject(
    LocalizedNames Hunter, string? AsInPassport, string? Nationality, string? DocumentEndsWith, string? Outfitter, NamedId Concession,
    IReadOnlyList<NamedId> Zones, AnimalView Animal, IReadOnlyList<DateInterval> Ranges, int Animals, int AnimalsLeft, string? Weapon, string? Tag,
    IReadOnlyList<string> Party, PaperNumber? Paper, IReadOnlyList<TakeSummary> Takes)
{
    public static VerdictSubject Of(VerdictView view)
    {
        var (permit, hunter) = (view.Permit, view.Permit.Hunter);
        return new VerdictSubject(
            hunter.Names, hunter.AsInPassport, hunter.Nationality, hunter.DocumentEndsWith, permit.Outfitter,
            new NamedId(permit.Concession, view.ConcessionNames), [.. view.Zones.Select(z => new NamedId(z.Id, z.Names))],
            new AnimalView(permit.Animal.Taxon, view.TaxonNames, permit.Animal.Sex, permit.Animal.MinimumAgeYears),
            permit.Ranges, permit.Animals, view.AnimalsLeft, permit.Weapon, permit.Tag, permit.Party, permit.Paper, permit.Takes);
    }
}

internal sealed record NamedId(string Id, LocalizedNames? Names);

internal sealed record AnimalView(string Taxon, LocalizedNames? Names, Domain.Quotas.Sex Sex, int? MinimumAgeYears);
