using System.Collections.Concurrent;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Crashes;

/// <summary>What the clerks of the cascade have sent, and what they were told.</summary>
internal sealed class CascadeMemory
{
    private readonly ConcurrentDictionary<string, KnownPermit> _permits = new(StringComparer.Ordinal);

    /// <summary>Requests with an Idempotency-Key, by it.</summary>
    public ConcurrentDictionary<string, Keyed> Requests { get; } = new(StringComparer.Ordinal);

    /// <summary>The least version that an address may have: that of the latest acknowledged write.</summary>
    public ConcurrentDictionary<string, int> Versions { get; } = new(StringComparer.Ordinal);

    /// <summary>Acknowledged writes, by kind.</summary>
    public ConcurrentDictionary<string, int> Acknowledged { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, KnownReservation> Reservations { get; } = new(StringComparer.Ordinal);

    public int Writes => Acknowledged.Values.Sum();

    public IReadOnlyList<KnownPermit> Permits => [.. _permits.Values];

    /// <summary>Takes in what was acknowledged.</summary>
    /// <param name="kind">What it counts as.</param>
    /// <param name="address">What was written.</param>
    /// <param name="answer">A success.</param>
    public void Note(string kind, string address, WholeAnswer answer)
    {
        Acknowledged.AddOrUpdate(kind, 1, (_, count) => count + 1);
        if (answer.ETag is not null) Versions.AddOrUpdate(address, answer.ReadVersion(), (_, known) => Math.Max(known, answer.ReadVersion()));
    }

    public void Add(KnownPermit permit) => _permits.TryAdd(permit.Number, permit);
}

/// <summary>A request with a key, as it was sent and first answered.</summary>
/// <param name="kind">What it counts as.</param>
/// <param name="route">Where it goes.</param>
/// <param name="body">Its body.</param>
/// <param name="key">Its Idempotency-Key.</param>
/// <param name="onSuccess">Takes in the first success.</param>
internal sealed class Keyed(string kind, string route, string body, string key, Action<WholeAnswer> onSuccess)
{
    private readonly Lock _entry = new();
    private WholeAnswer? _first;

    public string Key => key;

    /// <summary>The first success, or a refusal where there was none; null while nothing has settled it.</summary>
    public WholeAnswer? First
    {
        get { lock (_entry) return _first; }
    }

    /// <summary>Takes in an answer: a success is the same as any before it. Only successes are kept, so a refusal may become one.</summary>
    public void Take(WholeAnswer answer)
    {
        lock (_entry)
        {
            if (_first is { IsSuccess: true })
            {
                if (answer.IsSuccess) Assert.Equal(_first, answer);
                return;
            }

            _first = answer;
        }

        if (answer.IsSuccess) onSuccess(answer);
    }

    public Task<HttpResponseMessage> SendAsync(HttpClient authority) => authority.PostJsonAsync(route, body, key);

    /// <summary>The key with another body: one byte more.</summary>
    public Task<HttpResponseMessage> SendOtherBodyAsync(HttpClient authority) => authority.PostJsonAsync(route, body + " ", key);

    public override string ToString() => $"{kind} {key}: POST {route} {body}";
}

/// <summary>A permit as its clerks last knew it.</summary>
internal sealed class KnownPermit(string number)
{
    private volatile string _state = "issued";

    public string Number => number;

    public string Address => $"permits/{number}";

    /// <summary>issued, suspended, or over.</summary>
    public string State { get => _state; set => _state = value; }

    /// <summary>Reports, with ETag and outcome as last acknowledged.</summary>
    public ConcurrentDictionary<string, (string ETag, string Outcome)> Harvests { get; } = new(StringComparer.Ordinal);
}

/// <summary>A reservation that is open as far as its clerk knows.</summary>
internal sealed record KnownReservation(string Id, (string Concession, string Line) Line, string ETag)
{
    public string Address => $"{CascadeRegister.Address(Line)}/reservations/{Id}";
}
