using ArgaliConcessions.Application.Records;
using FsCheck;
using FsCheck.Fluent;

namespace ArgaliConcessions.Application.Tests.Records;

public sealed class KeyEncoderTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithReplay(20150301, 7).WithMaxTest(500);

    /// <summary>Text of whole characters, with all that keys find difficult.</summary>
    private static readonly Gen<string> Names = Gen.Elements("a", "Z", "7", "-", ".", "_", ":", "/", "!", "~", "\\", "#", "?", "%", "'", "\"", "+", " ", "\0", "\n", "ё", "Ж", "🐏", "\uFFFF", "~2F")
        .ListOf().Select(string.Concat).Where(name => name.Length is > 0 and < 40);

    private static void ForAll(Func<string, string, bool> holds) =>
        Prop.ForAll(Names.Two().ToArbitrary(), pair => holds(pair.Item1, pair.Item2)).Check(Seeded);

    [Theory]
    [InlineData("p/17/h/3", "p!17!h!3")]
    [InlineData("Ab-9._:", "Ab-9._:")]
    [InlineData("a b", "a~20b")]
    [InlineData("~!", "~7E~21")]
    [InlineData("Ё", "~D0~81")]
    [InlineData("🐏", "~F0~9F~90~8F")]
    [InlineData("\\#?\u007F", "~5C~23~3F~7F")]
    public void Encode_Name_IsAsWritten(string name, string key)
    {
        Assert.Equal(key, KeyEncoder.Encode(name));
        Assert.Equal(name, KeyEncoder.Decode(key));
    }

    [Fact]
    public void Decode_EncodedName_IsTheName() => ForAll((name, _) => KeyEncoder.Decode(KeyEncoder.Encode(name)) == name);

    [Fact]
    public void Encode_AnyName_IsOfTheSmallAlphabet() =>
        ForAll((name, _) => KeyEncoder.Encode(name).All(c => char.IsAsciiLetterOrDigit(c) || "-._:!~".Contains(c, StringComparison.Ordinal)));

    [Fact]
    public void Encode_Prefix_Survives() => ForAll((name, rest) =>
        KeyEncoder.Encode(name + rest).StartsWith(KeyEncoder.Encode(name), StringComparison.Ordinal)
        && KeyEncoder.Encode(name + rest).StartsWith(KeyEncoder.Encode(rest), StringComparison.Ordinal) == (name + rest).StartsWith(rest, StringComparison.Ordinal));

    [Fact]
    public void Encode_DifferentNames_DifferentKeys() => ForAll((one, other) => one == other == (KeyEncoder.Encode(one) == KeyEncoder.Encode(other)));

    [Fact]
    public void Encode_AnyKey_LiesBetweenFirstAndEnd() => ForAll((name, rest) =>
    {
        string key = KeyEncoder.Encode(name), below = KeyEncoder.Encode(name + rest);
        return string.CompareOrdinal(key + KeyEncoder.First, below) <= 0 && string.CompareOrdinal(below, key + KeyEncoder.End) < 0;
    });

    [Fact]
    public void Encode_EmptyOrHalfACharacter_Refused()
    {
        foreach (var name in new[] { "", "a\uD83D", "\uDC0Fa" }) Assert.ThrowsAny<ArgumentException>(() => KeyEncoder.Encode(name));
        Assert.Equal("", KeyEncoder.EncodePrefix(""));
    }

    [Fact]
    public void Encode_TooLong_Refused()
    {
        Assert.Equal(512, KeyEncoder.Encode(new string('a', 512)).Length);
        Assert.Throws<ArgumentException>(() => KeyEncoder.Encode(new string('a', 513)));
        Assert.Equal(510, KeyEncoder.Encode(new string(' ', 170)).Length);
        Assert.Throws<ArgumentException>(() => KeyEncoder.Encode(new string(' ', 171)));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("~")]
    [InlineData("~4")]
    [InlineData("~d0~81")]
    [InlineData("~41")]
    [InlineData("~2F")]
    [InlineData("~D0")]
    [InlineData("~FF")]
    [InlineData("Ё")]
    [InlineData("\u007F")]
    public void Decode_NoKeyOfOurs_Refused(string key) => Assert.Throws<FormatException>(() => KeyEncoder.Decode(key));
}
