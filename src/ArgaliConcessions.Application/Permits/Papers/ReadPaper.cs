using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Papers;

/// <summary>
/// Puts a printed permit together: the permit's row, its quota line's revisions and, for those who may see it, the hunter's row. The law is in memory.
/// </summary>
public sealed class ReadPaper(IRecordStore store, PermitFinder finder, LineRegister lines, LawLibrary library, LegalCalendar calendar)
{
    /// <param name="withDocument">Whether the hunter's document number is read too.</param>
    public async Task<Outcome<PermitPaper>> RunAsync(string number, Viewer viewer, bool withDocument, CancellationToken cancellationToken)
    {
        var found = await finder.PlaceAsync(number, viewer, cancellationToken);
        if (found is Outcome<PermitPlace>.Refused refused) return refused.Refusal;
        var place = ((Outcome<PermitPlace>.Done)found).Value;
        if ((await finder.ReadAsync(place, cancellationToken))?.Value is not { } permit) return PermitFinder.NotFound;
        if (await library.ReadAsync(place.Concession, LawFreshness.Cached, cancellationToken) is not { } law) return PermitFinder.NotFound;
        var line = permit.Line is { } id ? await lines.RowsAsync(place.Ledger, id, cancellationToken) : [];
        var hunter = withDocument ? await store.ReadAsync<HunterDetails>(place.Ledger, LedgerRows.Hunter(place.Serial), cancellationToken) : null;
        return new Outcome<PermitPaper>.Done(Of(permit, law.Book, line is [.., var latest] ? latest : null, hunter?.Value.DocumentNumber));
    }

    private PermitPaper Of(Permit permit, LawBook law, LineRow? line, string? document)
    {
        var today = calendar.Today(law);
        var days = permit.Ranges.IsEmpty ? new DateInterval(today, today) : new DateInterval(permit.Ranges.Min(r => r.Start), permit.Ranges.Max(r => r.End));
        var zones = ZoneOnDays.Of(law, days).Where(z => z.IsClosed || permit.Zones.Contains(z.Id, StringComparer.Ordinal)).ToList();
        return new PermitPaper
        {
            Permit = permit,
            Document = document,
            Authority = law.Authority(LawKnowledge.Everything),
            Terms = law.Concession.Terms.Latest.Value,
            Purpose = line?.Revision.Value.Purpose,
            Days = days,
            Zones = [.. zones.OrderByDescending(z => permit.Zones.Contains(z.Id, StringComparer.Ordinal)).Take(ZoneOnDays.Most).OrderBy(z => z.Id, StringComparer.Ordinal).ThenBy(z => z.Version.ValidFrom)],
            ZoneCount = zones.Count,
            Acts = PaperActs.Of(permit, law, line, days),
            On = today,
            PrintedAt = calendar.Now,
            TimeZone = law.TimeZone(LawKnowledge.Everything),
        };
    }
}
