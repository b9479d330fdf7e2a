namespace ArgaliConcessions.Functions.Service;

/// <summary>A part of the program that has something to say about its health; all that are registered are asked.</summary>
public interface IHealthReport
{
    /// <summary>The member of the health answer that the report fills: <c>lastSweep</c>.</summary>
    string Name { get; }

    /// <summary>The report; it comes from the store, since a timer and an HTTP call may be on different machines.</summary>
    Task<HealthPart> ReadAsync(CancellationToken cancellationToken);
}

/// <param name="Healthy">Whether all is as it should be; if not, the whole answer says <c>degraded</c>.</param>
/// <param name="Details">Written as JSON; never personal data, for the route is public.</param>
public sealed record HealthPart(bool Healthy, object Details);
