using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Domain.Tests.Permits;

public sealed class PermitNumberTests
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static readonly PermitNumber Number = new("TJ", "2014", "KT7", 7);

    /// <summary>Published: A1-2425G-ABC1234002-M (Global Release Identifier), 123AB-X and DADPIDA3897722461-J (lobster-world.com, ISO 7064 Mod. 37/36).</summary>
    [Theory]
    [InlineData("A12425GABC1234002", 'M')]
    [InlineData("123AB", 'X')]
    [InlineData("DADPIDA3897722461", 'J')]
    public void CheckCharacter_PublishedExamples_Agree(string text, char expected) => Assert.Equal(expected, CheckCharacter.For(text));

    [Theory]
    [InlineData("tj")]
    [InlineData("A B")]
    [InlineData("Ж")]
    public void CheckCharacter_OtherCharacters_Throws(string text) => Assert.Throws<ArgumentException>(() => CheckCharacter.For(text));

    [Fact]
    public void ToString_Parts_AreJoinedAndPadded() => Assert.Matches("^TJ-2014-KT7-00007-[0-9A-Z]$", Number.ToString());

    [Theory]
    [InlineData("AB")]
    [InlineData("ABCDEFG1")]
    [InlineData("00")]
    public void Read_CodesOfEachLength_GivesTheParts(string code)
    {
        var number = new PermitNumber("KG", "2025", code, 99999);
        Assert.Equal(new PermitNumberReading(PermitNumberKind.Ours, number), PermitNumber.Read(number.ToString()));
    }

    [Fact]
    public void Read_AsPeopleWriteIt_IsOurs()
    {
        var written = Number.ToString();
        string[] forms =
        [
            written.ToLowerInvariant(), written.Replace('-', ' '), written.Replace("-", "", StringComparison.Ordinal), written.Replace('-', '–'),
            written.Replace('-', '—'), written.Replace('-', '−'), written.Replace('-', '\u2011'), $"  {written}\n", written.Replace("-", "\u200b-", StringComparison.Ordinal),
            written.Replace("KT", "КТ", StringComparison.Ordinal), written.Replace("KT", "кт", StringComparison.Ordinal), written.Replace("T", "Т", StringComparison.Ordinal),
            string.Concat(written.Select(c => char.IsAsciiLetterOrDigit(c) ? (char)(c + 0xFEE0) : c)),
        ];
        Assert.All(forms, form => Assert.Equal((PermitNumberKind.Ours, Number), (PermitNumber.Read(form).Kind, PermitNumber.Read(form).Number)));
    }

    [Fact]
    public void Fold_EveryLookAlike_BecomesLatin() =>
        Assert.Equal("ABESIJKMHOPCTYX", Folding.Fold("АВЕЅІЈКМНОРСТУХ"));

    [Fact]
    public void Read_EverySingleWrongCharacter_IsFound()
    {
        var folded = Folding.Fold(Number.ToString());
        for (var at = 0; at < folded.Length; at++)
        {
            foreach (var other in Alphabet.Where(c => c != folded[at]))
            {
                var wrong = folded[..at] + other + folded[(at + 1)..];
                Assert.NotEqual(PermitNumberKind.Ours, PermitNumber.Read(wrong).Kind);
            }
        }
    }

    [Fact]
    public void Read_SwappedNeighbours_AreFoundButForThreeInAThousand()
    {
        var (swaps, missed) = (0, 0);
        for (var serial = 1; serial <= 2000; serial++)
        {
            var folded = Folding.Fold(new PermitNumber("TJ", "2014", "KT7", serial).ToString());
            for (var at = 0; at + 1 < folded.Length; at++)
            {
                if (folded[at] == folded[at + 1]) continue;
                var swapped = folded[..at] + folded[at + 1] + folded[at] + folded[(at + 2)..];
                swaps++;
                if (PermitNumber.Read(swapped).Kind == PermitNumberKind.Ours) missed++;
            }
        }

        Assert.InRange(missed, 0, swaps * 3 / 1000);
    }

    [Fact]
    public void Read_WrongCheckCharacter_IsMisreadWithItsParts()
    {
        var written = Number.ToString();
        var wrong = written[..^1] + (written[^1] == 'A' ? 'B' : 'A');
        Assert.Equal(new PermitNumberReading(PermitNumberKind.Misread, Number), PermitNumber.Read(wrong));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("AB-1234")]
    [InlineData("TJ-2014-K-00007-A")]
    [InlineData("TJ-2014-ABCDEFGHI-00007-A")]
    [InlineData("12-2014-KT7-00007-A")]
    [InlineData("TJ-20A4-KT7-00007-A")]
    [InlineData("TJ-2014-KT7-0000A-A")]
    [InlineData("TJ-2014-KТЖ-00007-A")]
    [InlineData("TJ-2014-KT7-٠٠٠٠٧-A")]
    [InlineData("TJ-2014-KT7-00007-A\ud800")]
    [InlineData("TJ/2014/KT7/00007/A")]
    public void Read_OtherForms_AreNotOurs(string written) => Assert.Equal(PermitNumberReading.NotOurs, PermitNumber.Read(written));
}
