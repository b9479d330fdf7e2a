using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Permits.Tags;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Quotas.Reservations;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Pending;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Simulation.Engine;

namespace ArgaliConcessions.Simulation.Actors;

/// <summary>The authority enters a quota line, raises or lowers it.</summary>
public sealed record SetLine(string Concession, string Line, int Animals) : Operation
{
    public override string Words => $"line {Concession}/{Line} to {Animals}";

    public override async Task RunAsync(Client client)
    {
        var condition = client.Known.HasLine(Concession, Line) ? new Precondition("*", MustBeNew: false) : Precondition.None;
        var terms = new QuotaLine("polii", Sex.Male, 7, QuotaPurpose.Trophy, Animals);
        var request = new QuotaLineRequest(Concession, "2014", Line, terms, new LegalBasis("Order", Mark, new LocalDate(2014, 1, 10)), condition);
        var answer = await client.PutAsync(this, services => services.Get<SetQuotaLine>().RunAsync(request, Keys.Clerk(this), CancellationToken.None));
        if (answer is null) return;
        client.Known.AddLine(Concession, Line);
        var revision = answer.Selected;
        client.World.Fail(client.World.Facts.Keep(Partitions.Ledger(Concession, "2014"), LedgerRows.Line(Line, revision.Number), $"{this} was acknowledged", payload =>
            RecordJson.Read<LineRow>(payload).Revision is var kept && kept.Value == revision.Value && kept.Basis == revision.Basis));
    }
}

/// <summary>The authority sets the national quota, below what is allocated only where it says why.</summary>
public sealed record SetNational(int Animals, bool Accepts) : Operation
{
    public override string Words => $"national quota to {Animals}{(Accepts ? ", whatever is allocated" : "")}";

    public override async Task RunAsync(Client client)
    {
        var quota = new NationalQuota("2014", "argali", Animals, Accepts ? "a hard winter" : null);
        var draft = new RevisionDraft<NationalQuota>(quota, new LegalBasis("Order", Mark, new LocalDate(2014, 1, 12)));
        var answer = await client.PutAsync(this, services => services.Get<PutNationalQuota>().RunAsync(draft, new Precondition("*", MustBeNew: false), Keys.Clerk(this), CancellationToken.None));
        if (answer is null) return;
        var revision = answer.Reading.Selected;
        client.World.Fail(client.World.Facts.Keep(Partitions.Law, QuotaRows.NationalRevision("2014", "argali", revision.Number), $"{this} was acknowledged", payload =>
            RecordJson.Read<Revision<NationalQuota>>(payload) is var kept && kept.Value == revision.Value && kept.Basis == revision.Basis));
    }
}

/// <summary>The timer that settles what a crash left half done.</summary>
public sealed record Settle : Operation
{
    public override string Words => "settle";

    public override Task RunAsync(Client client) => client.PutAsync(this, Fire);

    /// <summary>All timers, as one firing has them; a new one belongs here.</summary>
    public async Task<Outcome<string>> Fire(ServiceSet services)
    {
        await services.Get<SettleAllocations>().RunAsync(Mark, CancellationToken.None);
        await services.Get<SettleNotes>().RunAsync(Mark, CancellationToken.None);
        return new Outcome<string>.Done("");
    }
}
