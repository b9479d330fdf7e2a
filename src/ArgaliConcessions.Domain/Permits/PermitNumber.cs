using System.Globalization;

namespace ArgaliConcessions.Domain.Permits;

/// <summary>
/// <c>CC-YYYY-CODE-NNNNN-X</c>: country, hunting year's id, concession's code, serial of the ledger, check character
/// (ISO/IEC 7064 MOD 37,36 over the rest without hyphens).
/// </summary>
public sealed record PermitNumber(string Country, string Year, string Code, int Serial)
{
    public override string ToString()
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{Country}-{Year}-{Code}-{Serial:00000}");
        return $"{body}-{CheckCharacter.For(body.Replace("-", "", StringComparison.Ordinal))}";
    }

    /// <summary>
    /// Reads a number as people write it: case, spaces, dashes and Cyrillic look-alikes are folded first.
    /// Tells a misread number (our form, wrong check) from one that is not ours at all.
    /// </summary>
    public static PermitNumberReading Read(string written)
    {
        var folded = Folding.Fold(written);
        if (PermitNumberForm.Match(folded) is not { } parts) return PermitNumberReading.NotOurs;
        var expected = CheckCharacter.For(folded[..^1]);
        return folded[^1] == expected ? new PermitNumberReading(PermitNumberKind.Ours, parts) : new PermitNumberReading(PermitNumberKind.Misread, parts);
    }
}

public enum PermitNumberKind { Ours, Misread, NotOurs }

/// <param name="Number">The parts as read; null when the form is not ours.</param>
public readonly record struct PermitNumberReading(PermitNumberKind Kind, PermitNumber? Number)
{
    public static PermitNumberReading NotOurs => new(PermitNumberKind.NotOurs, null);
}
