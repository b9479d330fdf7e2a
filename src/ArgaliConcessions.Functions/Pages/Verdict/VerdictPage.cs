using ArgaliConcessions.Application.Permits.Validity;
using ArgaliConcessions.Domain.Permits.Verdicts;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Permits;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Pages.Verdict;

/// <summary>
/// The verdict for a cold hand and a small screen: one big word with a colour and a symbol, what to do, the subject to compare
/// with the man and the animal, and every check in plain words.
/// </summary>
internal static class VerdictPage
{
    /// <param name="views">One, or all permits that bear a paper number.</param>
    public static string Render(IReadOnlyList<VerdictView> views, Texts texts)
    {
        var title = texts.Format("page.verdict.title", ("number", views[0].Permit.Number), ("verdict", Word(views[0].Verdict.Kind, texts)));
        return PageLayout.Page(texts, title, Body(views, texts), VerdictStyles.Css);
    }

    /// <summary>The verdicts alone, for a page of another layout.</summary>
    public static Markup Body(IReadOnlyList<VerdictView> views, Texts texts) => Markup.Join(
    [
        Markup.When(views.Count > 1, () => Markup.Of($"<p class=\"several\">{texts.Format("page.verdict.several", ("count", views.Count))}</p>")),
        .. views.Select(v => One(v, texts)),
    ]);

    private static Markup One(VerdictView view, Texts texts)
    {
        var kind = view.Verdict.Kind;
        return Markup.Of(
            $"""
            <article class="{Json.Camel(kind.ToString())}">
            <p class="word"><span aria-hidden="true">{Symbol(kind)}</span> {Word(kind, texts)}</p>
            <p class="next"><b>{texts.Format("page.verdict.next")}:</b> {texts.Format($"nextStep.{view.Verdict.NextStep}")}</p>
            <p>{texts.Format($"verdict.scope.{Json.Camel(view.Verdict.Scope.ToString())}")}</p>
            <h1>{view.Permit.Number}</h1>
            <p class="soft">{texts.Format("page.verdict.at", ("at", view.Question.At), ("date", view.Question.On), ("known", view.LawKnownAt))}</p>
            {SubjectSection.Render(view, texts)}
            <h2>{texts.Format("page.verdict.checks")}</h2>
            <ul class="checks">{view.Verdict.Checks.Select(c => Check(c, texts))}</ul>
            </article>

            """);
    }

    private static Markup Check(VerdictCheck check, Texts texts)
    {
        var result = Json.Camel(check.Result.ToString());
        var act = check.Law?.Basis is { } basis ? texts.Format("report.act.text", ("title", basis.Title), ("number", basis.Number), ("date", basis.PublishedOn)) : null;
        return Markup.Of(
            $"""
            <li class="{result}"><span class="mark" title="{texts.Format($"page.result.{result}")}">{Symbol(check.Result)}</span> <b>{texts.Format($"check.{check.Check}")}</b> <span class="soft">({texts.Format($"page.result.{result}")})</span><br>{CheckText.Of(check, texts)}{Markup.When(act is not null, () => Markup.Of($"<br><span class=\"soft\">{act} · {check.Law!.Path}</span>"))}</li>

            """);
    }

    private static string Word(VerdictKind kind, Texts texts) => texts.Format($"verdict.{Json.Camel(kind.ToString())}");

    private static string Symbol(VerdictKind kind) => kind switch { VerdictKind.Valid => "✓", VerdictKind.NotValid => "✗", _ => "?" };

    private static string Symbol(CheckResult result) => result switch { CheckResult.Pass => "✓", CheckResult.Fail => "✗", CheckResult.CannotTell => "?", _ => "–" };
}
