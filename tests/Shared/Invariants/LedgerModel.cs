using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Inspections;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Tests.Invariants;

/// <summary>One ledger as its rows say it stands.</summary>
/// <param name="concession">Whose it is.</param>
/// <param name="year">The hunting year.</param>
public sealed class LedgerModel(string concession, string year)
{
    public string Concession => concession;

    public string Year => year;

    /// <summary>The latest revision of each line.</summary>
    public SortedDictionary<string, LineRow> Lines { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, LineBalance> Balances { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<int, PermitModel> Permits { get; } = [];

    /// <summary>The entries of each line, by number.</summary>
    public SortedDictionary<string, SortedDictionary<int, LineEntry>> Series { get; } = new(StringComparer.Ordinal);

    /// <summary>Reservations, by row.</summary>
    public SortedDictionary<string, Reservation> Reservations { get; } = new(StringComparer.Ordinal);

    /// <summary>Answers kept under idempotency keys, by row.</summary>
    public Dictionary<string, KeptAnswer> Answers { get; } = new(StringComparer.Ordinal);

    public PermitModel Permit(int serial) => Permits.TryGetValue(serial, out var there) ? there : Permits[serial] = new PermitModel();

    /// <summary>Takes in a row; null for one that is gone.</summary>
    public void Put(string row, ReadOnlyMemory<byte>? payload)
    {
        var path = row.Split('/');
        switch (path)
        {
            case ["l", var line, _] when payload is { } there:
                var next = RecordJson.Read<LineRow>(there);
                if (!Lines.TryGetValue(line, out var known) || known.Revision.Number < next.Revision.Number) Lines[line] = next;
                break;
            case ["b", var line]:
                Set(Balances, line, payload);
                break;
            case ["e", var line, var number]:
                if (!Series.TryGetValue(line, out var series)) Series[line] = series = [];
                if (payload is { } entry) series[Serial(number)] = RecordJson.Read<LineEntry>(entry);
                else series.Remove(Serial(number));
                break;
            case ["r", _, _]:
                Set(Reservations, row, payload);
                break;
            case ["k", _]:
                Set(Answers, row, payload);
                break;
            case ["p", var serial]:
                Permit(Serial(serial)).Current = payload is { } permit ? RecordJson.Read<Permit>(permit) : null;
                break;
            case ["p", var serial, "h", var harvest]:
                Set(Permit(Serial(serial)).Harvests, harvest, payload);
                break;
            case ["p", var serial, "i", var inspection]:
                Set(Permit(Serial(serial)).Inspections, inspection, payload);
                break;
        }
    }

    private static void Set<T>(IDictionary<string, T> rows, string name, ReadOnlyMemory<byte>? payload)
    {
        if (payload is { } there) rows[name] = RecordJson.Read<T>(there);
        else rows.Remove(name);
    }

    private static int Serial(string segment) => int.Parse(segment, System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>One permit with what came of it.</summary>
public sealed class PermitModel
{
    private Permit? current;

    /// <summary>The permit's row; null while only rows below it are known.</summary>
    public Permit? Current
    {
        get => current;
        set => (current, Hold) = (value, value is null ? default : PermitHold.Of(value));
    }

    /// <summary>What it holds of its line.</summary>
    public PermitHold Hold { get; private set; }

    public SortedDictionary<string, Harvest> Harvests { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, Inspection> Inspections { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it may still be hunted on, or may be again: neither revoked nor returned nor closed.</summary>
    public bool IsLive => Current is { } permit && permit.StatusChanges is not [.., { Status: PermitStatus.Revoked or PermitStatus.Returned or PermitStatus.Closed }];
}
