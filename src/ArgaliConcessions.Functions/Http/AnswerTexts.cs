using ArgaliConcessions.Functions.Wording;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Http;

/// <summary>
/// The texts that a request is answered with, and the <c>Content-Language</c> of the answer: the languages that its texts were found in, which are
/// not always the one that was asked for. An answer without any text of ours has no such header.
/// </summary>
internal sealed class AnswerTexts
{
    private readonly HashSet<Language> _said = [];

    private AnswerTexts(Language language) => Texts = Texts.For(language).Noting(said => _said.Add(said));

    /// <summary>In the language of the request, each text that is asked for being noted.</summary>
    public Texts Texts { get; }

    /// <summary>Those of a request; the same for all who ask within it.</summary>
    public static AnswerTexts Of(HttpContext http)
    {
        if (http.Items[typeof(AnswerTexts)] is AnswerTexts known) return known;
        var texts = new AnswerTexts(HeaderReader.LanguageOf(http.Request));
        http.Items[typeof(AnswerTexts)] = texts;
        http.Response.OnStarting(() => texts.WriteHeader(http.Response));
        return texts;
    }

    /// <summary>Forgets what was said: the answer begins anew.</summary>
    public void Clear() => _said.Clear();

    private Task WriteHeader(HttpResponse response)
    {
        var said = Texts.Language.Chain.Where(code => _said.Any(language => language.Code == code)).ToArray();
        if (said.Length > 0) response.Headers.ContentLanguage = string.Join(", ", said);
        return Task.CompletedTask;
    }
}
