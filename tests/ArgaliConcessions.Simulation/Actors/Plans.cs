using ArgaliConcessions.Application.Permits.Life;
using ArgaliConcessions.Domain.Harvests;

namespace ArgaliConcessions.Simulation.Actors;

/// <summary>Draws what is done in a run. To add an operation: its record, and a line in <see cref="Kinds"/>.</summary>
public static class Plans
{
    private static readonly string[] Concessions = ["demo-north", "demo-south"];

    /// <summary>Tags and papers are few, so that they are fought about.</summary>
    private static readonly string[] Tags = ["T-1", "T-2", "T-3"];

    private static readonly string[] Reservations = ["a", "b"];

    private static readonly string[] Papers = ["100", "101", "102"];

    /// <summary>How often a kind comes among the others, and how one is drawn.</summary>
    private static readonly (int Weight, Func<Random, Operation> Draw)[] Kinds =
    [
        (9, r => new Issue(One(r, Concessions), Line(r), r.Next(3) == 0 ? One(r, Tags) : null, r.Next(4) == 0 ? One(r, Papers) : null)),
        (3, r => new Issue(One(r, Concessions), "rams", null, null, One(r, Reservations))),
        (4, r => new Change(One(r, [PermitAction.Revocation, PermitAction.Return, PermitAction.Closure]), r.Next(100), null)),
        (2, r => new Amend(r.Next(100), 20 + r.Next(10))),
        (2, r => new Retag(r.Next(100), One(r, Tags))),
        (4, r => new Reserve(One(r, Concessions), "rams", One(r, Reservations), 1 + r.Next(3), r.Next(2))),
        (2, r => new Release(One(r, Concessions), "rams", One(r, Reservations))),
        (3, r => r.Next(2) == 0 ? new MoveAnimals(Concessions[0], Concessions[1], 1 + r.Next(3)) : new MoveAnimals(Concessions[1], Concessions[0], 1 + r.Next(3))),
        (2, r => new Change(One(r, [PermitAction.Suspension, PermitAction.Reinstatement]), r.Next(100), null)),
        (1, r => new Change(PermitAction.Replacement, r.Next(100), One(r, Papers))),
        (4, r => new Report(r.Next(100), One(r, Enum.GetValues<HarvestOutcome>()), r.Next(3) == 0, r.Next(3) == 0, r.Next(100))),
        (2, r => new AskVerdict(r.Next(100))),
        (2, r => new Inspect(r.Next(100), r.Next(100))),
        (6, r => new SetLine(One(r, Concessions), Line(r), r.Next(7))),
        (2, r => new SetNational(3 + r.Next(10), r.Next(3) == 0)),
        (2, _ => new Settle()),
    ];

    private static readonly int Weights = Kinds.Sum(k => k.Weight);

    /// <summary>Operations for a few clients, in the order of their numbers.</summary>
    public static IReadOnlyList<Operation> Draw(Random random)
    {
        var clients = 2 + random.Next(4);
        var plan = new List<Operation>();
        for (var number = 1; number <= 8 + random.Next(20); number++)
        {
            plan.Add(Draw(random, random.Next(Weights)) with { Number = number, Client = random.Next(clients), Habit = DrawHabit(random), Pause = DrawPause(random) });
        }

        return plan;
    }

    private static Operation Draw(Random random, int at)
    {
        foreach (var (weight, draw) in Kinds)
        {
            if (at < weight) return draw(random);
            at -= weight;
        }

        throw new InvalidOperationException("The weights do not add up.");
    }

    private static Habit DrawHabit(Random random) => random.Next(8) switch { 0 => Habit.Twice, 1 => Habit.LateDuplicate, 2 => Habit.OtherBody, _ => Habit.Plain };

    /// <summary>Mostly in quick succession; now and then long enough for a timer to lose its patience.</summary>
    private static TimeSpan DrawPause(Random random) => random.Next(12) switch
    {
        0 => TimeSpan.FromSeconds(random.Next(60, 900)),
        < 4 => TimeSpan.FromSeconds(random.Next(1, 20)),
        _ => TimeSpan.FromMilliseconds(random.Next(0, 300)),
    };

    private static string Line(Random random) => random.Next(6) == 0 ? "ewes" : "rams";

    private static T One<T>(Random random, IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
