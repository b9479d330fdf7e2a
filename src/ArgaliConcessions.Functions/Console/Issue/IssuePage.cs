using ArgaliConcessions.Application.Permits.Issue;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Functions.Console.Forms;
using ArgaliConcessions.Functions.Pages;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Console.Issue;

/// <summary>The form of a permit, with all that speaks against it beside its fields.</summary>
internal static class IssuePage
{
    /// <summary>The field that carries days which the season leaves open.</summary>
    public const string UseField = "use";

    /// <summary>The field of the button that was pressed; the value <see cref="Issue"/> issues, anything else checks.</summary>
    public const string DoField = "do";

    public const string Issue = "issue";

    private const string Check = "check";

    /// <summary>A browser presses a form's first button when Enter is hit in a field: that shall check, and never put other days in.</summary>
    private static readonly Markup Usual = Markup.Of($"<button class=\"usual\" name=\"{DoField}\" value=\"{Check}\" tabindex=\"-1\" aria-hidden=\"true\"></button>");

    private const string Styles = """
        fieldset{min-width:0}.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,14rem),1fr));gap:0 1rem;max-width:38rem;align-items:end}.pair .field:has(.error){grid-column:1/-1}.offer{border:2px solid var(--doubt);border-radius:.4rem;padding:.3rem .9rem;margin:.5rem 0;max-width:38rem}
        input[type=date]{width:100%}.usual{position:absolute;left:-99rem}

        """;

    public static IResult Render(Visit visit, IssueOffers offers, IssueState state, int status = StatusCodes.Status200OK)
    {
        var title = visit.Say("issue.title.of", ("concession", offers.Terms.Code), ("year", offers.Year.Label));
        return visit.Page(title, IssueFunctions.Route, Markup.Of(
            $"""
            {ErrorSummary.Render(visit, [.. state.Objections.Select(o => Summed(visit, o))])}
            {Markup.When(state.Good, () => Notice.Done(visit.Say("issue.good"), Good(visit, state)))}
            <p>{visit.Link(visit.Say("issue.another"), IssueFunctions.Route)}</p>
            {visit.Form(IssueFunctions.Route, Fields(visit, offers, state))}
            """), status, Styles);
    }

    private static Markup Good(Visit visit, IssueState state) => Markup.Of(
        $"""
        {Markup.When(state.Noted.Count > 0, () => Markup.Of($"<p>{visit.Say("issue.noted")}</p><ul>{state.Noted.Select(n => Markup.Of($"<li>{n.Words}</li>"))}</ul>"))}
        <p>{visit.Say("issue.good.note")}</p>
        """);

    /// <summary>In the summary the field is named too, and of a group of boxes the first is led to.</summary>
    private static (string? Field, string Text) Summed(Visit visit, IssueObjection objection)
    {
        if (objection.Field is not { } field) return (null, objection.Words);
        var row = Enumerable.Range(1, IssueField.Ranges).FirstOrDefault(r => field == IssueField.From(r) || field == IssueField.To(r));
        var label = row == 0 ? visit.Say($"issue.{field}") : visit.Say(field == IssueField.From(row) ? "issue.from" : "issue.to", ("number", row));
        return (field == IssueField.Zones ? $"{field}-0" : field, $"{label}: {objection.Words}");
    }

    private static Markup Fields(Visit visit, IssueOffers offers, IssueState state)
    {
        Field Of(string name, string? hint = null, string attributes = "") => new(name, visit.Say($"issue.{name}"))
        {
            Value = state.Value(name), Hint = hint, Errors = state.Errors(name), Attributes = new Markup(attributes),
        };

        Field Needed(string name, string? hint = null) => Of(name, hint, " aria-required=\"true\"");

        return Markup.Of(
            $"""
            {Usual}<input type="hidden" name="{IssueField.Concession}" value="{offers.Concession}"><input type="hidden" name="{IssueField.Year}" value="{offers.Year.Id}">
            <fieldset><legend>{visit.Say("issue.hunt")}</legend>
            {Needed(IssueField.Line, offers.Lines.IsEmpty ? visit.Say("issue.line.none") : null).Select(offers.Lines.Select(l => (l.Line, Line(visit, offers, l))), visit.Say("issue.choose"))}
            {(Of(IssueField.Zones) with { Hint = offers.Zones.IsEmpty ? visit.Say("issue.zones.none") : null }).Boxes(offers.Zones.Select(z => (z.Id, $"{NamesText.Of(z.Names, visit.Texts)} [{z.Id}]")), state.Zones)}
            {Enumerable.Range(1, IssueField.Ranges).Select(r => Range(visit, state, r))}
            {Offers(visit, state)}
            </fieldset>
            <fieldset><legend>{visit.Say("issue.hunter")}</legend>
            {Needed(IssueField.NameLatin, visit.Say("issue.name.hint")).Input()}{Of(IssueField.NameCyrillic).Input()}
            {Of(IssueField.Passport, visit.Say("issue.asInPassport.hint")).Input()}
            <div class="pair">{Of(IssueField.Nationality, visit.Say("issue.nationality.hint"), " maxlength=\"3\" autocapitalize=\"characters\"").Input()}{Of(IssueField.Document, attributes: " autocomplete=\"off\"").Input()}</div>
            </fieldset>
            <fieldset><legend>{visit.Say("issue.more")}</legend>
            {Of(IssueField.Outfitter, attributes: " list=\"outfitters\"").Input()}<datalist id="outfitters">{offers.Outfitters.Select(o => Markup.Of($"<option value=\"{visit.Texts.Value(o)}\"></option>"))}</datalist>
            {Needed(IssueField.FeePaidOn).Input("date")}
            <div class="pair">{Of(IssueField.Weapon).Input()}{Of(IssueField.Tag).Input()}</div>
            {Of(IssueField.Party, visit.Say("issue.party.hint")).TextArea()}
            </fieldset>
            <p class="hint">{visit.Say("issue.check.note")}</p>
            <p class="actions"><button class="second" name="{DoField}" value="{Check}">{visit.Say("issue.check")}</button> <button name="{DoField}" value="{Issue}">{visit.Say("issue.issue")}</button></p>
            """);
    }

    /// <summary>The line by its animals, with what remains.</summary>
    private static string Line(Visit visit, IssueOffers offers, QuotaLineStanding line)
    {
        var terms = line.Selected.Value;
        var animal = offers.Taxa.Find(terms.Taxon)?.Names is { } names ? visit.Texts.Value(names) : terms.Taxon;
        var age = terms.MinimumAgeYears is { } years ? visit.Say("issue.line.age", ("years", years)) : "";
        var left = visit.Say("issue.line.left", ("left", line.Balance.Remaining(terms.Animals)), ("animals", terms.Animals));
        return $"{line.Line}: {animal}, {visit.Texts.Value(terms.Sex)}{age}; {left}";
    }

    private static Markup Range(Visit visit, IssueState state, int row)
    {
        Field Of(string name, string label) => new(name, visit.Say(label, ("number", row))) { Value = state.Value(name), Errors = state.Errors(name), Attributes = new Markup(row == 1 ? " aria-required=\"true\"" : "") };

        return Markup.Of($"<div class=\"pair\">{Of(IssueField.From(row), "issue.from").Input("date")}{Of(IssueField.To(row), "issue.to").Input("date")}</div>");
    }

    /// <summary>Open days, each set of them one press away: all at once where the form has room for them, else each for itself.</summary>
    private static Markup Offers(Visit visit, IssueState state)
    {
        var offered = state.Objections.Concat(state.Noted).SelectMany(o => o.Offered).Distinct().ToList();
        return Markup.When(offered.Count > 0, () => Markup.Of(
            $"""
            <div class="offer"><p>{visit.Say("issue.offer")}</p>
            {(offered.Count <= IssueField.Ranges ? [[.. offered]] : offered.Select(o => (NodaTime.DateInterval[])[o])).Select(set => Offer(visit, set))}</div>
            """));
    }

    private static Markup Offer(Visit visit, NodaTime.DateInterval[] ranges) => Markup.Of(
        $"<p><button class=\"second\" name=\"{UseField}\" value=\"{IssueState.Write([.. ranges])}\">{visit.Say("issue.use", ("days", string.Join("; ", ranges.Select(r => visit.Texts.Value(r)))))}</button></p>");
}
