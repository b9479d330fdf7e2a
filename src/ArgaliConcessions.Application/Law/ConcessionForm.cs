using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Seasons;
using ArgaliConcessions.Domain.Surveys;
using ArgaliConcessions.Domain.Zones;

namespace ArgaliConcessions.Application.Law;

/// <summary>A partition <c>concession/&lt;id&gt;</c> as <see cref="ConcessionLaw"/>; null while it has no terms.</summary>
internal static class ConcessionForm
{
    /// <summary>Seasons and surveys (<c>s/</c>, <c>sv/</c>) are one range.</summary>
    public static PartitionForm<ConcessionLaw?> Of(string concession) => new(["c/", "z/", "s"], Parse, rows => Assemble(concession, rows));

    private static object Parse(string row, ReadOnlyMemory<byte> payload) => row[0] switch
    {
        'c' => RecordJson.Read<Revision<ConcessionTerms>>(payload),
        'z' => new Versioned<ZoneTerms>(IdOf(row), RecordJson.Read<LawVersion<ZoneTerms>>(payload)),
        _ when row.StartsWith("sv/", StringComparison.Ordinal) => RecordJson.Read<Revision<Survey>>(payload),
        _ => new Versioned<SeasonTerms>(IdOf(row), RecordJson.Read<LawVersion<SeasonTerms>>(payload)),
    };

    /// <summary>The middle of <c>z/&lt;id&gt;/&lt;version&gt;</c>.</summary>
    private static string IdOf(string row) => row.Split('/')[1];

    private static ConcessionLaw? Assemble(string concession, IReadOnlyDictionary<string, object> rows)
    {
        var terms = rows.Values.OfType<Revision<ConcessionTerms>>().ToList();
        return terms.Count == 0 ? null : new ConcessionLaw(
            concession, new Revisions<ConcessionTerms>(terms), ById<ZoneTerms>(rows), ById<SeasonTerms>(rows))
        {
            Surveys = RevisionsById.Of<Survey, string>(rows, survey => survey.Id),
        };
    }

    private static Dictionary<string, LawSeries<T>> ById<T>(IReadOnlyDictionary<string, object> rows) =>
        rows.Values.OfType<Versioned<T>>().GroupBy(v => v.Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new LawSeries<T>(g.Select(v => v.Version)), StringComparer.Ordinal);

    private sealed record Versioned<T>(string Id, LawVersion<T> Version);
}
