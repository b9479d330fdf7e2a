using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Law;

/// <summary>Where instants become legal dates: the local calendar of the authority, or of a concession that has its own zone.</summary>
public sealed class LegalCalendar(TimeProvider time)
{
    /// <summary>Instants so recent that another machine's clock may still record earlier ones.</summary>
    public static readonly Duration ProvisionalFor = Duration.FromSeconds(60);

    public Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Today's date in an IANA time zone, which must be a known one.</summary>
    public LocalDate TodayIn(string timeZone) => DateIn(Now, DateTimeZoneProviders.Tzdb[timeZone]);

    public LocalDate Today(NationalLaw law) => TodayIn(law.Authority.Latest.Value.TimeZone);

    public LocalDate Today(NationalLaw law, ConcessionLaw concession) =>
        TodayIn(concession.Terms.Latest.Value.TimeZone ?? law.Authority.Latest.Value.TimeZone);

    public LocalDate Today(LawBook book) => Today(book.National, book.Concession);

    /// <summary>Whether the register's memory as of an instant may still grow.</summary>
    public bool IsProvisional(Instant knownAt) => knownAt > Now - ProvisionalFor;

    /// <summary>Whether a question asks for knowledge that may still grow.</summary>
    public bool IsProvisional(LawQuery query) => query.KnownAt is { } knownAt && IsProvisional(knownAt);

    private static LocalDate DateIn(Instant instant, DateTimeZone zone) => instant.InZone(zone).Date;
}
