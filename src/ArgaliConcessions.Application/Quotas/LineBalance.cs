using System.Text.Json.Serialization;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>
/// What stands on a quota line: row <c>b/{line}</c> of the ledger, changed in the same commit as the permit or harvest
/// that moves it. It is always the sum of the line's series (<see cref="LineEntry"/>).
/// </summary>
/// <remarks>A balance may be there before its line: papers that were imported first name a line that is entered later.</remarks>
/// <param name="Issued">As <see cref="LineAmounts.Issued"/>; the other amounts likewise.</param>
/// <param name="Generation">The newest allocation that this ledger has taken or turned away; an older one comes too late.</param>
/// <param name="Entries">How many entries the line's series has.</param>
public sealed record LineBalance(
    int Issued, int Released, int Killed, int Wounded, int Generation, int Granted = 0, int Reserved = 0, int Entries = 0)
{
    public static readonly LineBalance Empty = new(0, 0, 0, 0, 0);

    /// <summary>Animals that permits hold on the line.</summary>
    [JsonIgnore]
    public int Held => Issued - Released;

    /// <summary>Animals that permits hold and reservations keep: below them no line is lowered.</summary>
    [JsonIgnore]
    public int Bound => Held + Reserved;

    [JsonIgnore]
    public LineAmounts Amounts => new(Granted, Reserved, Issued, Released, Killed, Wounded);

    /// <summary>Animals still to be issued or reserved; negative where a line was oversold on paper.</summary>
    public int Remaining(int animals) => animals - Bound;

    /// <summary>The balance after a movement.</summary>
    public LineBalance Plus(LineAmounts change)
    {
        var sum = Amounts + change;
        return this with
        {
            Granted = sum.Granted, Reserved = sum.Reserved, Issued = sum.Issued, Released = sum.Released, Killed = sum.Killed, Wounded = sum.Wounded,
        };
    }
}
