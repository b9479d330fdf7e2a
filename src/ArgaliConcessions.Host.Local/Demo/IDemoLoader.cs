namespace ArgaliConcessions.Host.Local.Demo;

/// <summary>Fills an empty store with the demo authority; what <c>--demo</c> calls once the server is up.</summary>
public interface IDemoLoader
{
    /// <summary>Loads what is not there yet; run again on the same store it changes nothing.</summary>
    /// <param name="progress">Where to say how far it has come, for a person.</param>
    Task LoadAsync(TextWriter progress, CancellationToken cancellationToken);
}
