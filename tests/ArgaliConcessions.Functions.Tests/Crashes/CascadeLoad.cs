using System.Diagnostics;
using System.Net;
using System.Text.Json;
using ArgaliConcessions.Functions.Tests.Http;

namespace ArgaliConcessions.Functions.Tests.Crashes;

/// <summary>
/// Clerks who do everything that moves the cascade of quotas, drawn from a seed, until the host dies under them: the national quota, lines, transfers,
/// reservations, permits and what is decided about them, harvests. Animals are few, so that they are always in each other's way.
/// </summary>
/// <param name="seed">Of what is drawn; what comes of it hangs on who is faster.</param>
internal sealed class CascadeLoad(int seed)
{
    private static readonly (int Weight, Func<CascadeLoad, Turn, Task> Do)[] Kinds =
    [
        (6, (load, turn) => load.Issue(turn, "issue")),
        (3, (load, turn) => load.Issue(turn, "issue-tag", $"\"tag\":\"{turn.Tag}\",")),
        (4, (load, turn) => load.Issue(turn, "issue-paper", $$"""
            "paper":{"series":"A","number":"{{turn.Random.Next(1000, 2000)}}"},
            """)),
        (3, (load, turn) => load.IssueReservedAsync(turn)),
        (3, (load, turn) => load.LineAsync(turn, "raise", 1 + turn.Random.Next(2))),
        (4, (load, turn) => load.LineAsync(turn, "lower", -1 - turn.Random.Next(2))),
        (2, (load, turn) => load.NationalAsync(turn)),
        (3, (load, turn) => load.TransferAsync(turn)),
        (4, (load, turn) => load.ReserveAsync(turn)),
        (3, (load, turn) => load.ChangeReservationAsync(turn)),
        (2, (load, turn) => load.ReleaseAsync(turn)),
        (3, (load, turn) => load.ChangeAsync(turn, "suspension", "issued", "suspended")),
        (5, (load, turn) => load.ChangeAsync(turn, "reinstatement", "suspended", "issued")),
        (4, (load, turn) => load.ChangeAsync(turn, "amendment", "issued", "issued", ",\"weapon\":\"Mauser M18\"")),
        (3, (load, turn) => load.ChangeAsync(turn, "tag", "issued", "issued", $",\"tag\":\"{turn.Tag}\"")),
        (3, (load, turn) => load.ChangeAsync(turn, "revocation", "suspended", "over")),
        (4, (load, turn) => load.ChangeAsync(turn, "return", "issued", "over")),
        (4, (load, turn) => load.ChangeAsync(turn, "closure", "issued", "over")),
        (2, (load, turn) => load.HarvestAsync(turn, "killed")),
        (2, (load, turn) => load.HarvestAsync(turn, "wounded")),
        (2, (load, turn) => load.FollowUpAsync(turn)),
        (5, (load, turn) => load.CorrectAsync(turn)),
    ];

    private static readonly string[] Writes =
    [
        "issue", "issue-tag", "issue-paper", "issue-reserved", "raise", "lower", "national", "transfer", "reservation", "reservation-changed", "release", "suspension",
        "reinstatement", "amendment", "tag", "revocation", "return", "closure", "killed", "wounded", "follow-up", "correction",
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly int Weights = Kinds.Sum(k => k.Weight);
    private int _requests;
    private int _round;

    public CascadeMemory Memory { get; } = new();

    /// <summary>Writes until the host no longer answers, or until told to stop; what is under way then is still answered.</summary>
    /// <param name="authority">The host.</param>
    /// <param name="clerks">How many write at once.</param>
    /// <param name="stop">Tells them to stop.</param>
    /// <param name="other">Another host, to which requests that are sent twice go too; the same one when null.</param>
    public async Task RunAsync(HttpClient authority, int clerks, CancellationToken stop = default, HttpClient? other = null)
    {
        var round = Interlocked.Increment(ref _round);
        await Task.WhenAll(Enumerable.Range(0, clerks).Select(clerk => Task.Run(
            () => WorkAsync(new Turn(authority, other ?? authority, new Random(seed + (round * 100) + clerk)), stop), CancellationToken.None)));
    }

    /// <summary>How often each kind of write was acknowledged.</summary>
    public string Told => string.Join(", ", Writes.Select(kind => $"{kind} {Memory.Acknowledged.GetValueOrDefault(kind)}"));

    /// <summary>Writes come in, and of each kind so many have been acknowledged: to be waited for, since some kinds are seldom possible.</summary>
    /// <param name="writes">Of all kinds together.</param>
    /// <param name="ofEach">Of each kind.</param>
    /// <param name="writing">The clerks, who are not waited for when they have come to an end.</param>
    public async Task WaitAsync(int writes, int ofEach, Task writing)
    {
        for (var waited = Stopwatch.StartNew(); !writing.IsCompleted && waited.Elapsed < Patience; await Task.Delay(10))
        {
            if (Memory.Writes >= writes && IsBusy(ofEach)) return;
        }
    }

    /// <summary>It was no idle load: each kind of write was acknowledged so often at least.</summary>
    public void AssertBusy(int ofEach) => Assert.True(IsBusy(ofEach), Told);

    private bool IsBusy(int ofEach) => Writes.All(kind => Memory.Acknowledged.GetValueOrDefault(kind) >= ofEach);

    private async Task WorkAsync(Turn turn, CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var at = turn.Random.Next(Weights);
                await Kinds.SkipWhile(kind => (at -= kind.Weight) >= 0).First().Do(this, turn);
            }
        }
        catch (Exception gone) when (IsGone(gone))
        {
            // The host was killed: what was under way has no answer.
        }
    }

    private Task Issue(Turn turn, string kind, string more = "") => Issue(turn, kind, turn.Line, more, _ => { });

    private Task Issue(Turn turn, string kind, (string Concession, string Line) line, string more, Action<WholeAnswer> andThen)
    {
        var key = Key(kind);
        return PostAsync(turn, new Keyed(kind, "permits", CascadeRegister.PermitBody(line, key, more), key, answer =>
        {
            var permit = new KnownPermit(PatientClerk.NumberIn(answer.Body));
            Memory.Note(kind, permit.Address, answer);
            Memory.Add(permit);
            andThen(answer);
        }));
    }

    private Task IssueReservedAsync(Turn turn)
    {
        if (turn.One([.. Memory.Reservations.Values]) is not { } reservation) return ReserveAsync(turn);
        return Issue(turn, "issue-reserved", reservation.Line, $"\"reservation\":\"{reservation.Id}\",", _ => Memory.Reservations.TryRemove(reservation.Id, out var _));
    }

    private async Task LineAsync(Turn turn, string kind, int by)
    {
        var address = CascadeRegister.Address(turn.Line);
        if (await ReadAsync(turn, address) is not { } standing) return;
        await PutAsync(turn, kind, address, CascadeRegister.LineBody(Math.Max(0, AnimalsIn(standing) + by)), standing.ETag);
    }

    /// <summary>The national quota grows a little with every round, since animals that are taken never come back.</summary>
    private async Task NationalAsync(Turn turn)
    {
        if (await ReadAsync(turn, CascadeRegister.NationalQuota) is not { } standing) return;
        var animals = CascadeRegister.National + (4 * (_round - 1)) + turn.Random.Next(-3, 4);
        await PutAsync(turn, "national", CascadeRegister.NationalQuota, CascadeRegister.NationalBody(animals), standing.ETag);
    }

    private Task TransferAsync(Turn turn)
    {
        var (from, to) = (turn.Line, turn.Line);
        if (from == to) return Task.CompletedTask;
        var key = Key("transfer");
        return PostAsync(turn, new Keyed("transfer", $"{CascadeRegister.Address(from)}/transfers", CascadeRegister.TransferBody(to, 1), key, answer => Memory.Note("transfer", key, answer)));
    }

    private async Task ReserveAsync(Turn turn)
    {
        var reservation = new KnownReservation(Key("r"), turn.Line, "");
        var answer = await PutAsync(turn, "reservation", reservation.Address, CascadeRegister.ReservationBody(1), null);
        if (answer is { IsSuccess: true }) Memory.Reservations[reservation.Id] = reservation with { ETag = answer.ETag! };
    }

    private async Task ChangeReservationAsync(Turn turn)
    {
        if (turn.One([.. Memory.Reservations.Values]) is not { } reservation) return;
        var answer = await PutAsync(turn, "reservation-changed", reservation.Address, CascadeRegister.ReservationBody(1 + turn.Random.Next(2)), reservation.ETag);
        if (answer is { IsSuccess: true }) Memory.Reservations.TryUpdate(reservation.Id, reservation with { ETag = answer.ETag! }, reservation);
    }

    private async Task ReleaseAsync(Turn turn)
    {
        if (turn.One([.. Memory.Reservations.Values]) is not { } reservation) return;
        var answer = await OnceAsync(() => turn.Host.PostJsonAsync($"{reservation.Address}/release", ""));
        Memory.Reservations.TryRemove(reservation.Id, out _);
        if (answer.IsSuccess) Memory.Note("release", reservation.Address, answer);
    }

    private Task ChangeAsync(Turn turn, string action, string from, string to, string more = "")
    {
        if (turn.One([.. Memory.Permits.Where(p => p.State == from)]) is not { } permit) return Task.CompletedTask;
        var key = Key(action);
        return PostAsync(turn, new Keyed(action, $"{permit.Address}/{action}", $$"""{"reason":"{{key}}"{{more}}}""", key, answer =>
        {
            Memory.Note(action, permit.Address, answer);
            permit.State = to;
        }));
    }

    private Task HarvestAsync(Turn turn, string outcome, string more = "", KnownPermit? of = null)
    {
        // Mostly of permits that are good, now and then of one that was given back: facts are never refused.
        if ((of ?? turn.One([.. Memory.Permits.Where(p => p.State == "issued" || turn.Random.Next(20) == 0)])) is not { } permit) return Task.CompletedTask;
        return ReportAsync(turn, more.Length == 0 ? outcome : "follow-up", permit, Key("h"), outcome, more, null);
    }

    private Task FollowUpAsync(Turn turn)
    {
        if (turn.One([.. Memory.Permits.Where(p => p.Harvests.Any(h => h.Value.Outcome == "wounded"))]) is not { } permit) return HarvestAsync(turn, "wounded");
        var wounding = permit.Harvests.First(h => h.Value.Outcome == "wounded").Key;
        return HarvestAsync(turn, turn.Random.Next(2) == 0 ? "killed" : "lost", $",\"followsUp\":\"{wounding}\"", permit);
    }

    private Task CorrectAsync(Turn turn)
    {
        if (turn.One([.. Memory.Permits.Where(p => p.Harvests.Any(h => h.Value.Outcome != "unsuccessful"))]) is not { } permit) return Task.CompletedTask;
        var (id, known) = permit.Harvests.First(h => h.Value.Outcome != "unsuccessful");
        return ReportAsync(turn, "correction", permit, id, "unsuccessful", ",\"reason\":\"Looked at again.\"", known.ETag);
    }

    private async Task ReportAsync(Turn turn, string kind, KnownPermit permit, string harvest, string outcome, string more, string? ifMatch)
    {
        var answer = await PutAsync(turn, kind, $"{permit.Address}/harvests/{harvest}", CascadeRegister.HarvestBody(outcome, more), ifMatch);
        if (answer is { IsSuccess: true }) permit.Harvests[harvest] = (answer.ETag!, outcome);
    }

    private static async Task<WholeAnswer?> ReadAsync(Turn turn, string address) => await OnceAsync(() => turn.Host.GetAsync(address)) is { IsSuccess: true } answer ? answer : null;

    private async Task<WholeAnswer> PutAsync(Turn turn, string kind, string address, string body, string? ifMatch)
    {
        var answer = await OnceAsync(() => turn.Host.PutJsonAsync(address, body, ifMatch));
        if (answer.IsSuccess) Memory.Note(kind, address, answer);
        return answer;
    }

    /// <summary>Sends a request with a key; one in six twice at once. What is not answered, or with 503, is left to be sent again.</summary>
    private async Task PostAsync(Turn turn, Keyed request)
    {
        Memory.Requests[request.Key] = request;
        var twin = turn.Random.Next(6) == 0 ? TwinAsync(turn, request) : Task.CompletedTask;
        try
        {
            await SendAsync(turn.Host, request);
        }
        finally
        {
            await twin;
        }
    }

    private static async Task TwinAsync(Turn turn, Keyed request)
    {
        try
        {
            await SendAsync(turn.Other, request);
        }
        catch (Exception gone) when (IsGone(gone))
        {
            // Whoever is left goes on.
        }
    }

    private static async Task SendAsync(HttpClient authority, Keyed request)
    {
        var answer = await OnceAsync(() => request.SendAsync(authority));
        if (answer.Status != HttpStatusCode.ServiceUnavailable) request.Take(answer);
    }

    /// <summary>Done, refused by the rules, overtaken, or busy: anything else is a fault of the program, or of this load.</summary>
    private static async Task<WholeAnswer> OnceAsync(Func<Task<HttpResponseMessage>> send)
    {
        using var response = await send();
        var answer = await WholeAnswer.OfAsync(response);
        Assert.True(
            answer.IsSuccess || answer.Status is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed or HttpStatusCode.ServiceUnavailable,
            $"{response.RequestMessage!.Method} {response.RequestMessage.RequestUri}: {answer}");
        return answer;
    }

    private static bool IsGone(Exception fault) => fault is HttpRequestException or IOException;

    private static int AnimalsIn(WholeAnswer answer) => JsonDocument.Parse(answer.Body).RootElement.GetProperty("animals").GetInt32();

    private string Key(string kind) => $"{kind}-{Interlocked.Increment(ref _requests)}";

    /// <summary>A clerk with its dice.</summary>
    private sealed record Turn(HttpClient Host, HttpClient Other, Random Random)
    {
        public (string Concession, string Line) Line => CascadeRegister.Lines[Random.Next(CascadeRegister.Lines.Count)];

        /// <summary>One of a small pool, so that they are fought about; a tag that was replaced is void for ever, so that there must be some.</summary>
        public string Tag => $"T-{Random.Next(40)}";

        public T? One<T>(IReadOnlyList<T> of) where T : class => of.Count == 0 ? null : of[Random.Next(of.Count)];
    }
}
