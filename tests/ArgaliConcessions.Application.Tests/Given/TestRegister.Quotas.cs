using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Quotas.Reservations;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Quotas;
using Xunit;

namespace ArgaliConcessions.Application.Tests.Given;

/// <summary>Reservations, transfers and the series of lines.</summary>
public sealed partial class TestRegister
{
    public const string TransferRow = "k/transfer";

    public ReleaseReservation Release => new(Store, Chain, Lines);

    public ReserveAnimals Reserve => new(Store, Chain, Library, Calendar, Lines, Notes);

    public Task<Outcome<Reservation>> ReserveAsync(int animals = 1, string id = "doe", LocalDate? until = null, string? ifMatch = null) => Reserve.RunAsync(
        new ReservationRequest(
            "demo-north", "2014", "rams", id, animals, "Invented Hunter", until ?? new LocalDate(2014, 9, 30), new Precondition(ifMatch, false)),
        Clerk, default);

    public async Task<Reservation> ReservationAsync(string id = "doe") =>
        (await Store.ReadAsync<Reservation>(Partitions.Ledger("demo-north", "2014"), LedgerRows.Reservation("rams", id), default))!.Value;

    public Task<Outcome<Transfer>> TransferAsync(int animals, string row = TransferRow, string body = "body", string to = "demo-south", string toLine = "rams", string? reason = null) =>
        Transfer.RunAsync(new TransferRequest("demo-north", "2014", "rams", to, toLine, animals, TestLaw.Act, reason), new RequestKey(row, body), Clerk, default);

    public async Task<int> LineAsync(string concession) => (await Lines.FindAsync(concession, "2014", "rams", default))!.Latest.Revision.Value.Animals;

    /// <summary>The postings of a line's series as text, oldest first, each entry held against the one before and the last against the balance.</summary>
    public async Task<string> SeriesAsync(string line = "rams", string concession = "demo-north")
    {
        var ledger = Partitions.Ledger(concession, "2014");
        var entries = await Store.ListAsync(ledger, new RowRange(LedgerRows.Entries(line)), default).Select(r => r.As<LineEntry>().Value).ToListAsync();
        var sum = default(LineAmounts);
        foreach (var (index, entry) in entries.Index())
        {
            foreach (var posting in entry.Postings) sum += posting.Change;
            Assert.Equal(index + 1, entry.Number);
            Assert.Equal(sum, entry.Balance);
        }

        var balance = (await Store.ReadAsync<LineBalance>(ledger, LedgerRows.Balance(line), default))!.Value;
        Assert.Equal(sum, balance.Amounts);
        Assert.Equal(entries.Count, balance.Entries);
        return string.Join("; ", entries.Select(e => string.Join(", ", e.Postings.Select(Text))));
    }

    private static string Text(Posting posting)
    {
        var (c, parts) = (posting.Change, new List<string>());
        foreach (var (name, units) in new[]
        {
            ("granted", c.Granted), ("reserved", c.Reserved), ("issued", c.Issued), ("released", c.Released), ("killed", c.Killed), ("wounded", c.Wounded),
        })
        {
            if (units != 0) parts.Add(FormattableString.Invariant($"{name} {units:+0;-0}"));
        }

        return $"{posting.Kind} {string.Join(" ", parts)}";
    }
}
