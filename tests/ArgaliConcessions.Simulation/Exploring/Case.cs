using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Issue;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Quotas.Reservations;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Simulation.Actors;
using ArgaliConcessions.Simulation.Engine;

namespace ArgaliConcessions.Simulation.Exploring;

/// <summary>A few requests at once, each at a process of its own, of which every order of commits is tried.</summary>
public sealed record Case(string Name, params IReadOnlyList<Func<ServiceSet, Task>> Requests)
{
    /// <summary>The steps of an allocation against each other and against all that is near them. The register: two lines of three, a quota of eight.</summary>
    public static IReadOnlyList<Case> All { get; } =
    [
        new("raise against raise, past the quota together", Line("demo-north", 5), Line("demo-south", 5)),
        new("two raises of one line", Line("demo-north", 4), Line("demo-north", 5)),
        new("raise against lower", Line("demo-north", 5), Line("demo-south", 1)),
        new("raise against lower of one line", Line("demo-north", 5), Line("demo-north", 1)),
        new("lower against issue on the line", Line("demo-north", 0), Issue(1)),
        new("two issues of the last animal's line, lowered", Line("demo-north", 1), Issue(1), Issue(2)),
        new("a new line against a lowering of the national quota", Line("demo-north", 2, "ewes"), National(6)),
        new("a raise against a lowering of the national quota", Line("demo-north", 5), National(6)),
        new("a transfer against a raise that needs what it holds", Move("demo-north", "demo-south", 3), Line("demo-north", 5)),
        new("a transfer against a lowering of the line that gets", Move("demo-north", "demo-south", 2), Line("demo-south", 1)),
        new("a transfer of all against an issue on the line that gives", Move("demo-north", "demo-south", 3), Issue(1)),
        new("a reservation of two against two issues", Reserve(2), Issue(1), Issue(2)),
    ];

    private static Func<ServiceSet, Task> Line(string concession, int animals, string line = "rams") => services =>
    {
        var terms = new QuotaLine("polii", Sex.Male, 7, QuotaPurpose.Trophy, animals);
        var request = new QuotaLineRequest(concession, "2014", line, terms, Act, line == "rams" ? new Precondition("*", false) : Precondition.None);
        return services.Get<SetQuotaLine>().RunAsync(request, Clerk, CancellationToken.None);
    };

    private static Func<ServiceSet, Task> National(int animals) => services => services.Get<PutNationalQuota>().RunAsync(
        new RevisionDraft<NationalQuota>(new NationalQuota("2014", "argali", animals), Act), new Precondition("*", false), Clerk, CancellationToken.None);

    private static Func<ServiceSet, Task> Issue(int number)
    {
        var issue = new Issue("demo-north", "rams", null, null) { Number = number };
        var request = issue.Request(issue.Mark);
        // Without a document: noting it is a commit more that touches nothing of this, and multiplies the orders.
        request = request with { Hunter = request.Hunter with { DocumentNumber = null } };
        return services => services.Get<IssuePermit>().RunAsync(request, Keys.Of(issue, "permits", issue.Mark), Clerk, CancellationToken.None);
    }

    private static Func<ServiceSet, Task> Move(string from, string to, int animals)
    {
        var move = new MoveAnimals(from, to, animals) { Number = 9 };
        var key = Keys.Of(move, "transfers", move.Mark);
        return services => services.Get<TransferAnimals>().RunAsync(move.Request(move.Mark), key, Clerk, CancellationToken.None);
    }

    private static Func<ServiceSet, Task> Reserve(int animals) => services => services.Get<ReserveAnimals>().RunAsync(
        new ReservationRequest("demo-north", "2014", "rams", "a", animals, "mark-8", new LocalDate(2014, 9, 1), Precondition.None), Clerk, CancellationToken.None);

    private static LegalBasis Act => new("Order", "No. 2", new LocalDate(2014, 1, 12));

    private static Application.Records.Chain.Actor Clerk => new("clerk", "authority", "request");
}
