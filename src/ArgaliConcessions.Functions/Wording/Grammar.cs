using System.Globalization;

namespace ArgaliConcessions.Functions.Wording;

/// <summary>What a language does with numbers: its separators, and which form of a noun goes with which number.</summary>
/// <param name="Classes">The plural classes of whole numbers, named as in CLDR, in the order in which texts give the forms.</param>
/// <param name="ClassOf">The class of a whole number.</param>
/// <param name="OfFractions">The class whose form goes with a number that is not whole.</param>
internal sealed record Grammar(IReadOnlyList<string> Classes, Func<long, string> ClassOf, string OfFractions, NumberFormatInfo Numbers)
{
    private static readonly NumberFormatInfo Points = new() { NumberDecimalSeparator = ".", NumberGroupSeparator = "," };
    private static readonly NumberFormatInfo Commas = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "\u00a0" };

    private static readonly Grammar English = new(["one", "other"], count => count is 1 or -1 ? "one" : "other", "other", Points);

    /// <summary>Of fractions the genitive singular ("2,5 дня"), which is the form of few.</summary>
    private static readonly Grammar Russian = new(["one", "few", "many"], RussianClass, "few", Commas);

    private static readonly Grammar Kyrgyz = new(["one", "other"], count => count is 1 or -1 ? "one" : "other", "other", Commas);

    /// <summary>A counted noun stands in the singular whatever the number.</summary>
    private static readonly Grammar Tajik = new(["other"], _ => "other", "other", Commas);

    public static Grammar Of(Language language) => language.Code switch
    {
        "ru" => Russian,
        "ky" => Kyrgyz,
        "tg" => Tajik,
        _ => English,
    };

    /// <summary>The form of a noun that goes with a whole number, or with one that is not whole (null); the last one where a text gives fewer forms than the language has.</summary>
    public string Form(long? count, IReadOnlyList<string> forms)
    {
        var name = count is { } whole ? ClassOf(whole) : OfFractions;
        var index = Enumerable.Range(0, Classes.Count).First(i => Classes[i] == name);
        return forms[Math.Min(index, forms.Count - 1)];
    }

    // 1, 21, 101 one; 2-4, 22-24 few; 0, 5-20, 11-14 many.
    private static string RussianClass(long count)
    {
        var lastTwo = Math.Abs(count % 100);
        if (lastTwo is >= 11 and <= 14) return "many";
        return (lastTwo % 10) switch { 1 => "one", >= 2 and <= 4 => "few", _ => "many" };
    }
}
