using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Simulation.Actors;

/// <summary>The authority moves animals from one concession's line to another's.</summary>
public sealed record MoveAnimals(string From, string To, int Animals) : Operation
{
    public override string Words => $"move {Animals} from {From} to {To}";

    public override async Task RunAsync(Client client)
    {
        var answer = await client.SendAsync(this, (services, mark) =>
        {
            var key = Keys.Of(this, "transfers", mark);
            return services.Get<TransferAnimals>().RunAsync(Request(mark), key, Keys.Clerk(this), CancellationToken.None);
        });
        if (answer is null) return;
        Keep(client, answer.From, answer);
        Keep(client, answer.To, answer);
    }

    /// <summary>What is asked for.</summary>
    public TransferRequest Request(string mark) => new(From, "2014", "rams", To, "rams", Animals, new LegalBasis("Order", mark, new LocalDate(2014, 1, 14)));

    private void Keep(Client client, TransferredLine line, Transfer transfer) => client.World.Fail(client.World.Facts.Keep(
        Partitions.Ledger(line.Concession, "2014"), LedgerRows.Line(line.Line, line.Revision), $"{this} was acknowledged",
        payload => RecordJson.Read<LineRow>(payload) is var kept && kept.Operation == transfer.Id && kept.Revision.Value.Animals == line.Animals));
}
