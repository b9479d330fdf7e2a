using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Http;

/// <summary>What the headers of a request say about how to answer it.</summary>
internal sealed record CallContext(
    Language Language, string RequestId, Conditions Conditions, string? IdempotencyKey, string RoutePrefix);
