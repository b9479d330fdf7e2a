namespace ArgaliConcessions.Simulation.Engine;

/// <summary>Says when a call of the store is carried out, and what becomes of it.</summary>
public interface ISchedule
{
    /// <summary>A process has made a call.</summary>
    void Arrive(StoreCall call);
}
