namespace ArgaliConcessions.Application.Quotas;

/// <summary>Whole animals on a quota line, by what they are there for; as a movement each may be negative.</summary>
/// <param name="Granted">What the line has of the national quota.</param>
/// <param name="Reserved">Kept for permits that are not issued yet.</param>
/// <param name="Issued">On all permits ever issued on the line.</param>
/// <param name="Released">Of these, given back: revoked, returned or closed without a take.</param>
/// <param name="Killed">Killed.</param>
/// <param name="Wounded">Wounded or lost and not recovered.</param>
public readonly record struct LineAmounts(int Granted = 0, int Reserved = 0, int Issued = 0, int Released = 0, int Killed = 0, int Wounded = 0)
{
    public static LineAmounts operator +(LineAmounts one, LineAmounts other) => new(
        one.Granted + other.Granted, one.Reserved + other.Reserved, one.Issued + other.Issued,
        one.Released + other.Released, one.Killed + other.Killed, one.Wounded + other.Wounded);

    public static LineAmounts operator -(LineAmounts one, LineAmounts other) => new(
        one.Granted - other.Granted, one.Reserved - other.Reserved, one.Issued - other.Issued,
        one.Released - other.Released, one.Killed - other.Killed, one.Wounded - other.Wounded);
}
