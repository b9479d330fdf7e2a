using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Domain.Seasons;
using ArgaliConcessions.Domain.Surveys;

namespace ArgaliConcessions.Application.Law;

/// <summary>The partition <c>law</c> as <see cref="NationalLaw"/>; null while there is no authority.</summary>
internal static class NationalForm
{
    /// <summary>Quotas' and surveys' revisions (<c>q/</c>, <c>qs/</c>) are one range.</summary>
    public static PartitionForm<NationalLaw?> Form { get; } = new(["authority/", "y/", "closure/", "q"], Parse, Assemble);

    private static object Parse(string row, ReadOnlyMemory<byte> payload) => row[..row.IndexOf('/', StringComparison.Ordinal)] switch
    {
        "authority" => RecordJson.Read<Revision<AuthorityTerms>>(payload),
        "y" => RecordJson.Read<Revision<HuntingYear>>(payload),
        "closure" => RecordJson.Read<Revision<Closure>>(payload),
        "qs" => RecordJson.Read<Revision<Survey>>(payload),
        _ => RecordJson.Read<Revision<NationalQuota>>(payload),
    };

    private static NationalLaw? Assemble(IReadOnlyDictionary<string, object> rows)
    {
        var authority = rows.Values.OfType<Revision<AuthorityTerms>>().ToList();
        return authority.Count == 0 ? null : new NationalLaw(
            new Revisions<AuthorityTerms>(authority),
            RevisionsById.Of<HuntingYear, string>(rows, year => year.Id),
            RevisionsById.Of<Closure, string>(rows, closure => closure.Id),
            RevisionsById.Of<NationalQuota, (string, string)>(rows, quota => (quota.Year, quota.Taxon)))
        {
            Surveys = RevisionsById.Of<Survey, string>(rows, survey => survey.Id),
        };
    }
}
