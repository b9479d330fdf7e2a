namespace ArgaliConcessions.Application.Imports.Tables.Workbooks;

/// <summary>Days and times as workbooks count them: days since an epoch, the time of day as a fraction.</summary>
internal static class SerialDates
{
    /// <summary>The last day a workbook knows: 31 December 9999.</summary>
    private const double Last = 2_958_465;

    /// <summary>The day that only workbooks know: 29 February 1900, kept for the sake of a spreadsheet of 1983.</summary>
    private const int FalseLeapDay = 60;

    private const int SecondsOfDay = 86_400;
    private static readonly LocalDate Epoch1904 = new(1904, 1, 1);

    /// <summary>The day and the time of day; no day where the number is a time alone, or counts no day that there was.</summary>
    /// <param name="serial">Of at least 0; the time is rounded to the second.</param>
    /// <param name="since1904">Whether the workbook counts from 1904 on.</param>
    public static (LocalDate? Date, LocalTime Time)? Read(double serial, bool since1904)
    {
        if (serial is not (>= 0 and < Last + 1)) return null;
        var day = (int)Math.Floor(serial);
        var seconds = (int)Math.Round((serial - day) * SecondsOfDay, MidpointRounding.AwayFromZero);
        if (seconds == SecondsOfDay) (day, seconds) = (day + 1, 0);
        return (DateOf(day, since1904), LocalTime.FromSecondsSinceMidnight(seconds));
    }

    private static LocalDate? DateOf(int day, bool since1904)
    {
        if (since1904) return Epoch1904.PlusDays(day);
        if (day is 0 or FalseLeapDay) return null;
        // Days after the false one are counted one too many.
        return new LocalDate(1899, 12, 31).PlusDays(day < FalseLeapDay ? day : day - 1);
    }
}
