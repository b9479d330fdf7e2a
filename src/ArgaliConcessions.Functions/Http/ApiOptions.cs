namespace ArgaliConcessions.Functions.Http;

/// <summary>What the host decides about addresses.</summary>
/// <param name="RoutePrefix">The first segment of every route, from <c>host.json</c>.</param>
/// <value>Default: <c>api</c>.</value>
public sealed record ApiOptions(string RoutePrefix = "api");
