using ArgaliConcessions.Simulation.Engine;

namespace ArgaliConcessions.Simulation.Exploring;

/// <summary>Calls wait until somebody chooses whose turn it is.</summary>
public sealed class ChosenSchedule : ISchedule
{
    private readonly List<StoreCall> waiting = [];

    public void Arrive(StoreCall call) => waiting.Add(call);

    /// <summary>The calls that a process waits for; it makes several at once where it reads heads.</summary>
    public IReadOnlyList<StoreCall> Of(VirtualProcess process) => waiting.FindAll(c => c.Process == process && !c.IsOver);

    /// <summary>Takes a call out, to carry it out or to forget it.</summary>
    public void Take(StoreCall call) => waiting.Remove(call);
}
