using System.Globalization;

namespace ArgaliConcessions.Domain.Permits;

/// <summary>Splits a folded number by position: 2 letters, 4 digits, 2 to 8 of the code, 5 digits, 1 check character.</summary>
internal static class PermitNumberForm
{
    private const int Fixed = 2 + 4 + 5 + 1;

    public static PermitNumber? Match(string folded)
    {
        var codeLength = folded.Length - Fixed;
        if (codeLength is < 2 or > 8 || !folded.All(char.IsAsciiLetterOrDigit)) return null;
        var (country, year, serial) = (folded[..2], folded[2..6], folded[^6..^1]);
        if (!country.All(char.IsAsciiLetterUpper) || !year.All(char.IsAsciiDigit) || !serial.All(char.IsAsciiDigit)) return null;
        return new PermitNumber(country, year, folded[6..^6], int.Parse(serial, CultureInfo.InvariantCulture));
    }
}
