namespace ArgaliConcessions.Domain.Permits;

/// <summary>ISO/IEC 7064 MOD 37,36: one check character over <c>[0-9A-Z]</c>.</summary>
/// <remarks>It finds every single wrong character, and all but about three in a thousand swaps of different neighbours.</remarks>
public static class CheckCharacter
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const int Modulus = 36;

    /// <exception cref="ArgumentException">A character is not of <c>[0-9A-Z]</c>.</exception>
    public static char For(string text)
    {
        var product = Modulus;
        foreach (var c in text)
        {
            var value = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (value < 0) throw new ArgumentException($"'{c}' is not of 0-9, A-Z.", nameof(text));
            var sum = (product + value) % Modulus;
            product = (sum == 0 ? Modulus : sum) * 2 % (Modulus + 1);
        }

        return Alphabet[(Modulus + 1 - product) % Modulus];
    }
}
