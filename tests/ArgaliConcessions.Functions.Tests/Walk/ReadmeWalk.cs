using System.Text.RegularExpressions;

namespace ArgaliConcessions.Functions.Tests.Walk;

/// <summary>The commands of README.md and the answers that it shows for them.</summary>
/// <param name="Steps">Each bash block with the lines of the answer block after it, if one follows.</param>
internal sealed partial record ReadmeWalk(IReadOnlyList<(string Commands, string[] Shown)> Steps)
{
    private const string Mark = "@@ step @@";

    /// <summary>Reads the fenced blocks of a text.</summary>
    public static ReadmeWalk Read(string markdown)
    {
        var blocks = Block().Matches(markdown).Select(m => (Kind: m.Groups["kind"].Value, Text: m.Groups["text"].Value)).ToArray();
        return new ReadmeWalk([.. blocks.Select((b, i) => (b.Kind, b.Text, Next: i + 1 < blocks.Length ? blocks[i + 1] : default)).Where(b => b.Kind == "bash")
            .Select(b => (b.Text, b.Next.Kind is "json" or "text" ? b.Next.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries) : []))]);
    }

    /// <summary>All commands as one script that tells on its output where each step begins.</summary>
    public string Script => string.Concat(Steps.Select(s => $"echo '{Mark}'\n{s.Commands}\n"));

    /// <summary>What README shows and the output does not have; none when all is there.</summary>
    public IEnumerable<string> Missing(string output)
    {
        var answers = output.Split(Mark)[1..];
        for (var i = 0; i < Steps.Count; i++)
        {
            var answer = i < answers.Length ? answers[i] : "";
            foreach (var line in Unmatched(Steps[i].Shown, answer.Split('\n'))) yield return $"{line}\n  is not in the answer of\n{Steps[i].Commands}\n  which is\n{answer}";
        }
    }

    /// <summary>Each line shown must fit a line of the answer, in this order; an ellipsis stands for anything.</summary>
    private static IEnumerable<string> Unmatched(string[] shown, string[] answer)
    {
        var from = 0;
        foreach (var line in shown)
        {
            var pattern = string.Join(".*", line.Split('…').Select(Regex.Escape));
            var found = Array.FindIndex(answer, from, text => Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5)));
            if (found < 0) yield return line;
            else from = found + 1;
        }
    }

    [GeneratedRegex("^```(?<kind>[a-z]+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Block();
}
