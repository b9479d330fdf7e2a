using NodaTime;

namespace ArgaliConcessions.Host.Local.Timers;

/// <summary>
/// A schedule of six fields (second, minute, hour, day of month, month, day of week) in UTC, as the Functions host
/// reads it: lists, ranges, steps, English names of months and days, 0 for Sunday. When both day fields are
/// restricted, both must fit, which is the Functions host's rule and not that of Unix cron.
/// </summary>
public sealed class Cron
{
    // 29 February on a given weekday comes every 28 years, and 2100 is no leap year.
    private const int YearsAhead = 41;

    private readonly CronField _seconds;
    private readonly CronField _minutes;
    private readonly CronField _hours;
    private readonly CronField _days;
    private readonly CronField _months;
    private readonly CronField _weekdays;

    private Cron(string[] fields)
    {
        _seconds = CronField.Parse(fields[0], 0, 59);
        _minutes = CronField.Parse(fields[1], 0, 59);
        _hours = CronField.Parse(fields[2], 0, 23);
        _days = CronField.Parse(fields[3], 1, 31);
        _months = CronField.Parse(fields[4], 1, 12, "JAN,FEB,MAR,APR,MAY,JUN,JUL,AUG,SEP,OCT,NOV,DEC");
        _weekdays = CronField.Parse(fields[5], 0, 6, "SUN,MON,TUE,WED,THU,FRI,SAT");
    }

    /// <exception cref="FormatException">It is no such schedule; the message says what is wrong.</exception>
    public static Cron Parse(string text)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return fields.Length == 6 ? new Cron(fields) : throw new FormatException($"'{text}' has {fields.Length} fields; a schedule has six, seconds first.");
    }

    /// <summary>The first occurrence after an instant, to the second; null when there is none in 40 years.</summary>
    public Instant? Next(Instant after)
    {
        var from = after.InUtc().LocalDateTime.PlusSeconds(1).With(TimeAdjusters.TruncateToSecond);
        var last = from.Date.PlusYears(YearsAhead);
        for (var day = from.Date; day <= last; day = day.PlusDays(1))
        {
            if (!Fits(day)) continue;
            var time = FirstTime(day == from.Date ? from.TimeOfDay : LocalTime.Midnight);
            if (time is { } found) return day.At(found).InUtc().ToInstant();
        }

        return null;
    }

    private bool Fits(LocalDate day) => _months.Has(day.Month) && _days.Has(day.Day) && _weekdays.Has((int)day.DayOfWeek % 7);

    private LocalTime? FirstTime(LocalTime from)
    {
        if (_hours.AtOrAfter(from.Hour) is not { } hour) return null;
        if (hour > from.Hour) return new LocalTime(hour, _minutes.First, _seconds.First);
        if (FirstInHour(hour, from) is { } within) return within;
        return _hours.AtOrAfter(hour + 1) is { } later ? new LocalTime(later, _minutes.First, _seconds.First) : null;
    }

    private LocalTime? FirstInHour(int hour, LocalTime from)
    {
        if (_minutes.AtOrAfter(from.Minute) is not { } minute) return null;
        if (minute > from.Minute) return new LocalTime(hour, minute, _seconds.First);
        if (_seconds.AtOrAfter(from.Second) is { } second) return new LocalTime(hour, minute, second);
        return _minutes.AtOrAfter(minute + 1) is { } later ? new LocalTime(hour, later, _seconds.First) : null;
    }
}
