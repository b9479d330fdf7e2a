using System.Globalization;

namespace ArgaliConcessions.Application.Permits.Ledger;

/// <summary>The names of the rows of a ledger (a concession's hunting year).</summary>
/// <remarks>Serials have five digits, so that a range over <see cref="Permits"/> streams each permit with all that belongs to it, in order.</remarks>
public static class LedgerRows
{
    /// <summary>The last serial that a permit number can hold.</summary>
    public const int MaxSerial = 99_999;

    /// <summary>Start of all quota lines' revisions.</summary>
    public const string Lines = "l/";

    /// <summary>Start of all balances.</summary>
    public const string Balances = "b/";

    /// <summary>Start of all permits and of what belongs to them.</summary>
    public const string Permits = "p/";

    public static string LineRevisions(string line) => $"{Lines}{line}/";

    public static string Line(string line, int revision) => Text($"{Lines}{line}/{revision:0000}");

    public static string Balance(string line) => Balances + line;

    /// <summary>Start of a line's series of entries.</summary>
    public static string Entries(string line) => $"e/{line}/";

    /// <summary>One entry of a line's series; the order of rows is that of numbers.</summary>
    public static string Entry(string line, int number) => Text($"{Entries(line)}{number:0000000}");

    /// <summary>Start of a line's reservations.</summary>
    public static string Reservations(string line) => $"r/{line}/";

    public static string Reservation(string line, string reservation) => Reservations(line) + reservation;

    public static string Permit(int serial) => Text($"{Permits}{serial:00000}");

    /// <summary>A version of the permit that another one replaced.</summary>
    public static string PermitVersion(int serial, int version) => Text($"{Permits}{serial:00000}/v/{version:0000}");

    /// <summary>Start of a permit's current harvests.</summary>
    public static string Harvests(int serial) => Text($"{Permits}{serial:00000}/h/");

    public static string Harvest(int serial, string harvest) => Harvests(serial) + harvest;

    /// <summary>A version of a harvest that a correction replaced.</summary>
    public static string HarvestVersion(int serial, string harvest, int version) => Text($"{Permits}{serial:00000}/hv/{harvest}/{version:0000}");

    public static string Inspection(int serial, string inspection) => Text($"{Permits}{serial:00000}/i/{inspection}");

    /// <summary>The hunter's full data, personal.</summary>
    public static string Hunter(int serial) => Text($"x/{serial:00000}");

    /// <summary>The answer kept under an idempotency key.</summary>
    public static string Answer(string hash) => $"k/{hash}";

    private static string Text(FormattableString row) => row.ToString(CultureInfo.InvariantCulture);
}
