using ArgaliConcessions.Application.Harvests;
using ArgaliConcessions.Application.Inspections;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Permits.Validity;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Inspections;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Simulation.Actors;

/// <summary>A holder reports what came of a hunt: for the first time, as the end of an earlier wounding, or as a correction.</summary>
/// <param name="Settles">Names an earlier report of the permit as the wounding that this one settles.</param>
/// <param name="Corrects">Corrects an earlier report of the permit, where there is one.</param>
public sealed record Report(int Pick, HarvestOutcome Outcome, bool Settles, bool Corrects, int Other) : Operation
{
    private static readonly Instant Noon = Instant.FromUtc(2014, 10, 10, 7, 0);

    public override string Words => $"report {Outcome} on permit {Pick}{(Settles ? ", the end of an earlier one" : "")}{(Corrects ? ", as a correction" : "")}";

    public override async Task RunAsync(Client client)
    {
        if (client.Known.Permit(Pick) is not { } permit) return;
        var earlier = permit.Harvests.Count == 0 ? null : permit.Harvests[Other % permit.Harvests.Count];
        var corrected = Corrects ? earlier : null;
        var condition = corrected is null ? Precondition.None : new Precondition(LawTag.Of(corrected.Version, corrected.Version), MustBeNew: false);
        var report = new HarvestReport(
            corrected?.Id ?? FormattableString.Invariant($"h{Number}"), Noon, null, new GeoPosition(73.1, 38.3, 10), Mark, Outcome, Settles ? earlier?.Id : null,
            "polii", Sex.Male, new AgeEstimate(8, 9), null, null, null, corrected is null ? null : "counted again", condition);
        var actor = new Actor("holder", "holder", FormattableString.Invariant($"request-{Number}"));
        var answer = await client.PutAsync(this, services => services.Get<RecordHarvest>().RunAsync(permit.Number, report, Viewer.Everything, actor, CancellationToken.None));
        if (answer is not null) Acknowledge(client, permit, corrected, answer.Harvest);
    }

    private void Acknowledge(Client client, KnownPermit permit, KnownHarvest? corrected, Harvest harvest)
    {
        if (corrected is null) permit.Harvests.Add(new KnownHarvest(harvest.Id) { Version = harvest.Version });
        else corrected.Version = Math.Max(corrected.Version, harvest.Version);
        client.World.Fail(client.World.Facts.Keep(permit.Ledger, LedgerRows.Harvest(permit.Serial, harvest.Id), $"{this} was acknowledged", payload =>
            RecordJson.Read<Harvest>(payload) is var kept && (kept.Version > harvest.Version || kept == harvest)));
    }
}

/// <summary>An inspector asks whether a permit is valid; one that was acknowledged is never unknown, nor older than it was.</summary>
public sealed record AskVerdict(int Pick) : Operation
{
    public override string Words => $"verdict on permit {Pick}";

    public override async Task RunAsync(Client client)
    {
        if (client.Known.Permit(Pick) is not { } permit) return;
        var version = permit.Version;
        var question = new ValidityQuestion(null, null, null, null);
        var view = await client.PutAsync(this, services => services.Get<CheckValidity>().OfNumberAsync(permit.Number, question, Viewer.Everything, CancellationToken.None));
        if (view is null || view.Permit.Version < version) client.World.Fail(new Breach("acknowledged-and-lost", $"{this}: {permit.Number} is answered as {view?.Permit.Version ?? 0}, and was acknowledged as {version}"));
    }
}

/// <summary>An inspector reports a check of one or two permits in the field.</summary>
public sealed record Inspect(int Pick, int Other) : Operation
{
    public override string Words => $"inspection of permits {Pick} and {Other}";

    public override async Task RunAsync(Client client)
    {
        if (client.Known.Permit(Pick) is not { } one || client.Known.Permit(Other) is not { } two) return;
        KnownPermit[] permits = one == two ? [one] : [one, two];
        var id = FormattableString.Invariant($"i{Number}");
        var report = new InspectionReport(id, Instant.FromUtc(2014, 10, 10, 8, 0), null, [.. permits.Select(p => p.Number)], null, 2, null, Mark);
        var actor = new Actor("inspector", "inspector", FormattableString.Invariant($"request-{Number}"));
        var answer = await client.PutAsync(this, services => services.Get<RecordInspection>().RunAsync(report, actor, CancellationToken.None));
        if (answer is null) return;
        Keep(client, RecordInspection.PartitionOf(id), id);
        foreach (var permit in permits) Keep(client, permit.Ledger, LedgerRows.Inspection(permit.Serial, id));
    }

    private void Keep(Client client, string partition, string row) => client.World.Fail(client.World.Facts.Keep(
        partition, row, $"{this} was acknowledged", payload => RecordJson.Read<Inspection>(payload).Notes == Mark));
}
