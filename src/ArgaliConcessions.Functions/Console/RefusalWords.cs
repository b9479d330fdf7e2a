using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Console;

/// <summary>A problem in one or two sentences.</summary>
internal static class RefusalWords
{
    public static string Of(Problem problem, Texts texts)
    {
        var title = texts.Format($"refusal.{problem.Code}", problem.Args);
        return new ProblemAnswer(problem).Detail(texts) is { } detail ? $"{title}. {detail}" : title;
    }
}
