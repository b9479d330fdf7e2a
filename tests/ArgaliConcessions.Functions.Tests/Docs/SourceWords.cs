using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.RegularExpressions;
using ArgaliConcessions.Functions.Tests.Architecture;

namespace ArgaliConcessions.Functions.Tests.Docs;

/// <summary>What the program's source makes the keys of texts from: the codes of its calls and the members of its enums.</summary>
internal static class SourceWords
{
    private static readonly string[] Sources = [.. SourceTree.CSharp("src").Select(File.ReadAllText)];

    /// <summary>The names of enums and of their members, as keys and codes write them: <c>causeGone</c>, <c>cause-gone</c>.</summary>
    public static IReadOnlySet<string> Members { get; } = EnumMembers().SelectMany(m => new[] { Camel(m), Kebab(m) }).ToHashSet(StringComparer.Ordinal);

    /// <summary>The codes that calls of a form name by a literal.</summary>
    /// <param name="form">A pattern of the call, with the group <c>code</c>.</param>
    public static IEnumerable<string> Codes([StringSyntax(StringSyntaxAttribute.Regex)] string form)
    {
        var call = new Regex(form, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));
        return Sources.SelectMany(s => call.Matches(s)).Select(m => m.Groups["code"].Value).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> EnumMembers() =>
        new[] { typeof(Domain.Law.LegalBasis), typeof(Application.Refusal), typeof(Registration) }
            .SelectMany(t => t.Assembly.GetTypes()).Where(t => t.IsEnum).SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.Name).Append(t.Name));

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Kebab(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));
}
