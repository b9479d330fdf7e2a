using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Issue;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Permits.Life;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Simulation.Actors;

/// <summary>A clerk issues a permit.</summary>
public sealed record Issue(string Concession, string Line, string? Tag, string? Paper, string? Reservation = null) : Operation
{
    public override string Words =>
        $"issue on {Concession}/{Line}{(Tag is null ? "" : $", tag {Tag}")}{(Paper is null ? "" : $", paper {Paper}")}{(Reservation is null ? "" : $", reserved as {Reservation}")}";

    public override async Task RunAsync(Client client)
    {
        var answer = await client.SendAsync(this, (services, mark) => services.Get<IssuePermit>().RunAsync(
            Request(mark), Keys.Of(this, "permits", mark), Keys.Clerk(this), CancellationToken.None));
        if (answer?.Permit is not { } permit) return;
        var known = new KnownPermit(permit.Number, Partitions.Ledger(permit.Concession, permit.Year), permit.Serial);
        client.Known.Add(known);
        var facts = client.World.Facts;
        client.World.Fail(facts.Keep(known.Ledger, LedgerRows.Permit(permit.Serial), $"{this} was acknowledged as {permit.Number}", payload =>
            RecordJson.Read<Permit>(payload) is var kept && kept.Number == permit.Number && kept.Hunter == permit.Hunter && kept.Line == Line));
        client.World.Fail(facts.Keep(known.Ledger, LedgerRows.Hunter(permit.Serial), $"the hunter of {permit.Number}", payload =>
            RecordJson.Read<HunterDetails>(payload).Names.In("en") == Mark));
        client.World.Fail(facts.Keep(known.Ledger, Keys.Of(this, "permits", Mark).Row, $"the answer to {this}", payload =>
            RecordJson.Read<KeptAnswer>(payload).Serial == permit.Serial));
    }

    /// <summary>What is asked for.</summary>
    public IssueRequest Request(string mark) => new(
        Concession, "2014", Line, new HunterDetails(LocalizedNames.Of("en", mark), "INVENTED HUNTER", "DE", "C01X4711"), "Invented Firm", ["north"],
        [new DateInterval(new LocalDate(2014, 10, 1), new LocalDate(2014, 10, 20))], new LocalDate(2014, 8, 20), "rifle", Tag, [], 1,
        Paper is null ? null : new PaperNumber("A", Paper), Reservation);
}

/// <summary>A clerk suspends, reinstates, revokes or closes a permit, takes it back unused, or replaces its paper.</summary>
public sealed record Change(PermitAction Action, int Pick, string? Paper) : Operation
{
    public override string Words => $"{Action} of permit {Pick}{(Paper is null ? "" : $", paper {Paper}")}";

    public override async Task RunAsync(Client client)
    {
        if (client.Known.Permit(Pick) is not { } known) return;
        var answer = await client.SendAsync(this, (services, mark) => services.Get<ChangePermit>().RunAsync(
            known.Number, new PermitChange(Action, mark, null, Paper is null ? null : new PaperNumber("B", Paper)),
            Viewer.Everything, Keys.Of(this, known.Number, mark), Keys.Clerk(this), CancellationToken.None));
        if (answer?.Permit is not { } permit) return;
        known.Version = Math.Max(known.Version, permit.Version);
        client.World.Fail(client.World.Facts.Keep(known.Ledger, LedgerRows.Permit(known.Serial), $"{this} was acknowledged", payload =>
            RecordJson.Read<Permit>(payload) is var kept && kept.Version >= permit.Version && Says(kept)));
    }

    private bool Says(Permit permit) => Action == PermitAction.Replacement
        ? permit.VoidedPapers.Any(v => v.Reason == Mark)
        : permit.StatusChanges.Count(c => c.Reason == Mark) == 1;
}

/// <summary>A clerk amends a permit: another weapon, another day at its end.</summary>
public sealed record Amend(int Pick, int Day) : Operation
{
    public override string Words => $"amend permit {Pick}";

    public override async Task RunAsync(Client client)
    {
        if (client.Known.Permit(Pick) is not { } known) return;
        var answer = await client.SendAsync(this, (services, mark) => services.Get<AmendPermit>().RunAsync(
            known.Number, new Amendment(mark, null, [new DateInterval(new LocalDate(2014, 10, 1), new LocalDate(2014, 10, Day))], mark, null, null),
            Viewer.Everything, Keys.Of(this, $"{known.Number}/amendment", mark), Keys.Clerk(this), CancellationToken.None));
        if (answer?.Permit is not { } permit) return;
        known.Version = Math.Max(known.Version, permit.Version);
        client.World.Fail(client.World.Facts.Keep(known.Ledger, LedgerRows.Permit(known.Serial), $"{this} was acknowledged", payload =>
            RecordJson.Read<Permit>(payload) is var kept && kept.Version >= permit.Version && kept.Amendments.Count(a => a.Reason == Mark) == 1));
    }
}

/// <summary>A clerk gives a permit another tag.</summary>
public sealed record Retag(int Pick, string Tag) : Operation
{
    public override string Words => $"tag {Tag} for permit {Pick}";

    public override async Task RunAsync(Client client)
    {
        if (client.Known.Permit(Pick) is not { } known) return;
        var answer = await client.SendAsync(this, (services, mark) => services.Get<ReplaceTag>().RunAsync(
            known.Number, Tag, mark, Viewer.Everything, Keys.Of(this, $"{known.Number}/tag", mark), Keys.Clerk(this), CancellationToken.None));
        if (answer?.Permit is not { } permit) return;
        known.Version = Math.Max(known.Version, permit.Version);
        client.World.Fail(client.World.Facts.Keep(known.Ledger, LedgerRows.Permit(known.Serial), $"{this} was acknowledged", payload =>
            RecordJson.Read<Permit>(payload) is var kept && kept.Version >= permit.Version
            && (kept.Tag == Tag || kept.VoidedTags.Any(v => v.Tag == Tag))));
    }
}

/// <summary>Keys and actors of requests.</summary>
internal static class Keys
{
    /// <summary>The key of an operation; the hash stands for the body, which hangs on the mark.</summary>
    public static RequestKey Of(Operation operation, string route, string mark) =>
        RequestKey.Of("clerk", route, FormattableString.Invariant($"key-{operation.Number}"), mark);

    public static Actor Clerk(Operation operation) => new("clerk", "authority", FormattableString.Invariant($"request-{operation.Number}"));
}
