using ArgaliConcessions.Application.Permits.Life;

namespace ArgaliConcessions.Functions.Tests.Docs;

/// <summary>The table of lawful changes in src/README.md is that of the code, line by line.</summary>
public sealed class LifeDocsTests
{
    [Fact]
    public void Table_OfLawfulChanges_IsThatOfTheCode() => Assert.Equal(
        PermitStates.Table.Select(c => $"{Word(c.Action)} | {Words(c.From)} | {(c.To is { } to ? Word(to) : "")} | {string.Join(", ", c.By)}"),
        Page.Source.Rows("What is lawful").Select(row => $"{Page.Code(row[0]).Single()} | {row[1]} | {row[2]} | {row[3]}"));

    private static string Words<T>(IEnumerable<T> values) where T : struct, Enum => string.Join(", ", values.Select(Word));

    private static string Word<T>(T value) where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
