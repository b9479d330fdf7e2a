using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Law;

/// <summary>What every question about the law may say.</summary>
/// <param name="On">The legal date; null for today.</param>
/// <param name="KnownAt">The instant whose knowledge counts; null for all that is recorded.</param>
public sealed record LawQuery(LocalDate? On = null, Instant? KnownAt = null)
{
    public LawKnowledge Knowledge => KnownAt is { } at ? new LawKnowledge(at) : LawKnowledge.Everything;
}

/// <summary>One revision as a question selected it.</summary>
/// <param name="Latest">The newest number.</param>
/// <param name="Provisional">Whether the instant asked about is so recent that more may still be recorded for it.</param>
public sealed record RevisionReading<T>(Revision<T> Selected, int Latest, bool Provisional)
{
    public string ETag => LawTag.Of(Latest, Selected.Number);

    /// <summary>The revision that counts; null when none does.</summary>
    public static RevisionReading<T>? Of(Revisions<T> revisions, LawQuery query, LegalCalendar calendar) =>
        revisions.As(query.Knowledge) is { } selected
            ? new RevisionReading<T>(selected, revisions.Latest.Number, calendar.IsProvisional(query))
            : null;
}

/// <summary>One version of a zone or season as a question selected it.</summary>
/// <param name="Concession">The concession's id.</param>
/// <param name="Id">The zone's or season's id.</param>
/// <param name="Selected">The version, its last day as later versions leave it.</param>
/// <param name="Series">All versions.</param>
/// <param name="InForce">Whether it rules on the date asked about.</param>
/// <param name="Provisional">Whether the instant asked about is so recent that more may still be recorded for it.</param>
public sealed record VersionReading<T>(
    string Concession, string Id, LawVersion<T> Selected, LawSeries<T> Series, bool InForce, bool Provisional)
{
    public string ETag => LawTag.Of(Series.Latest.Number, Selected.Number);

    /// <summary>A version that was recorded just now, or was found to be recorded already.</summary>
    internal static VersionReading<T> Recorded(string concession, string id, LawVersion<T> version, LawSeries<T> series, LocalDate today)
    {
        var effective = series.InForce(LawKnowledge.Everything).FirstOrDefault(v => v.Number == version.Number) ?? version;
        var ruling = series.On(today, LawKnowledge.Everything);
        return new VersionReading<T>(concession, id, effective, series, ruling?.Number == version.Number, Provisional: false);
    }

    /// <summary>
    /// The version that rules on the date asked about. Where no date was asked about and none rules today, the next one planned,
    /// else the last one that ruled. Null when there is none.
    /// </summary>
    public static VersionReading<T>? Of(string concession, string id, LawSeries<T> series, LawQuery query, LocalDate today, LegalCalendar calendar)
    {
        var date = query.On ?? today;
        var known = series.InForce(query.Knowledge);
        var ruling = series.On(date, query.Knowledge);
        var selected = ruling ?? (query.On is null ? known.FirstOrDefault(v => v.ValidFrom > date) ?? known.LastOrDefault() : null);
        return selected is null ? null : new VersionReading<T>(concession, id, selected, series, ruling is not null, calendar.IsProvisional(query));
    }
}
