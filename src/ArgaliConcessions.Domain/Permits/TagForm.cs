namespace ArgaliConcessions.Domain.Permits;

/// <summary>What a tag of the register looks like.</summary>
public static class TagForm
{
    /// <summary>Characters as written.</summary>
    public const int MaxLength = 40;

    /// <summary>Whether it is letters and digits, at least one digit among them, once spaces and dashes are folded away.</summary>
    public static bool IsTag(string written) => written.Length <= MaxLength && IsStart(written) && Folding.Fold(written).Any(char.IsAsciiDigit);

    /// <summary>Whether it may stand before a running number.</summary>
    public static bool IsStart(string written) => !written.Any(char.IsControl) && Folding.Fold(written).All(char.IsLetterOrDigit);
}
