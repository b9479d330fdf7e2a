using ArgaliConcessions.Storage;

namespace ArgaliConcessions.Tests;

/// <summary>All that a store holds.</summary>
public static class WholeStore
{
    public static async IAsyncEnumerable<WholeRow> ReadAsync(IRecordTable table)
    {
        WholePlace? place = null;
        do
        {
            var page = await ((IWholeTable)table).ReadAllAsync(place, 1000, CancellationToken.None);
            foreach (var row in page.Rows) yield return row;
            place = page.Rest;
        }
        while (place is not null);
    }
}
