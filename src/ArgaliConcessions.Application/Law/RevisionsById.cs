using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Law;

/// <summary>Gathers the revisions among a partition's rows.</summary>
internal static class RevisionsById
{
    public static Dictionary<TKey, Revisions<T>> Of<T, TKey>(IReadOnlyDictionary<string, object> rows, Func<T, TKey> key) where TKey : notnull =>
        rows.Values.OfType<Revision<T>>().GroupBy(r => key(r.Value)).ToDictionary(g => g.Key, g => new Revisions<T>(g));
}
