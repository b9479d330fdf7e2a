using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Domain.Seasons;

namespace ArgaliConcessions.Application.Law;

/// <summary>The partition <c>law</c> as <see cref="NationalLaw"/>; null while there is no authority.</summary>
internal static class NationalForm
{
    public static PartitionForm<NationalLaw?> Form { get; } = new(["authority/", "y/", "closure/", QuotaRows.Revisions], Parse, Assemble);

    private static object Parse(string row, ReadOnlyMemory<byte> payload) => row[..row.IndexOf('/', StringComparison.Ordinal)] switch
    {
        "authority" => RecordJson.Read<Revision<AuthorityTerms>>(payload),
        "y" => RecordJson.Read<Revision<HuntingYear>>(payload),
        "closure" => RecordJson.Read<Revision<Closure>>(payload),
        _ => RecordJson.Read<Revision<NationalQuota>>(payload),
    };

    private static NationalLaw? Assemble(IReadOnlyDictionary<string, object> rows)
    {
        var authority = rows.Values.OfType<Revision<AuthorityTerms>>().ToList();
        return authority.Count == 0 ? null : new NationalLaw(
            new Revisions<AuthorityTerms>(authority),
            By<HuntingYear, string>(rows, year => year.Id),
            By<Closure, string>(rows, closure => closure.Id),
            By<NationalQuota, (string, string)>(rows, quota => (quota.Year, quota.Taxon)));
    }

    private static Dictionary<TKey, Revisions<T>> By<T, TKey>(IReadOnlyDictionary<string, object> rows, Func<T, TKey> key) where TKey : notnull =>
        rows.Values.OfType<Revision<T>>().GroupBy(r => key(r.Value)).ToDictionary(g => g.Key, g => new Revisions<T>(g));
}
