using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Quotas.Reservations;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Simulation.Actors;

/// <summary>A clerk keeps animals of a line for somebody, or changes how many.</summary>
/// <param name="Days">Days after today that it is kept.</param>
public sealed record Reserve(string Concession, string Line, string Id, int Animals, int Days) : Operation
{
    public override string Words => $"reserve {Animals} of {Concession}/{Line} as {Id}";

    public override async Task RunAsync(Client client)
    {
        var until = new LocalDate(2014, 9, 1).PlusDays(Days);
        var request = new ReservationRequest(Concession, "2014", Line, Id, Animals, Mark, until, new Precondition("*", MustBeNew: false));
        var fresh = request with { Precondition = Precondition.None };
        var answer = await client.PutAsync(this, services => services.Get<ReserveAnimals>().RunAsync(
            client.Known.HasReservation(Concession, Line, Id) ? request : fresh, Keys.Clerk(this), CancellationToken.None));
        if (answer is null) return;
        client.Known.AddReservation(Concession, Line, Id);
        client.World.Fail(client.World.Facts.Keep(
            Partitions.Ledger(Concession, "2014"), LedgerRows.Reservation(Line, Id), $"{this} was acknowledged",
            payload => RecordJson.Read<Reservation>(payload) is var kept && (kept.Version > answer.Version || kept == answer)));
    }
}

/// <summary>A clerk gives the animals of a reservation back.</summary>
public sealed record Release(string Concession, string Line, string Id) : Operation
{
    public override string Words => $"release {Id} of {Concession}/{Line}";

    public override async Task RunAsync(Client client)
    {
        var answer = await client.PutAsync(this, services => services.Get<ReleaseReservation>().RunAsync(
            Concession, "2014", Line, Id, Keys.Clerk(this), CancellationToken.None));
        if (answer is null) return;
        client.World.Fail(client.World.Facts.Keep(
            Partitions.Ledger(Concession, "2014"), LedgerRows.Reservation(Line, Id), $"{this} was acknowledged",
            payload => RecordJson.Read<Reservation>(payload).Status != ReservationStatus.Open));
    }
}
