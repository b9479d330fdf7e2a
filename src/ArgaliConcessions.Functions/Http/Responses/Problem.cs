using ArgaliConcessions.Application;
using ArgaliConcessions.Functions.Http.Bodies;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Http.Responses;

/// <summary>An answer that is not what was asked for (RFC 9457), before it is put into words.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Kebab-case; its <c>type</c> is <c>/problems/code</c>, its title <c>refusal.code</c>, its detail <c>refusal.code.detail</c>.</param>
public sealed record Problem(int Status, string Code)
{
    internal static readonly IReadOnlyDictionary<string, object?> NoArgs = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>What the wording of title and detail needs.</summary>
    public IReadOnlyDictionary<string, object?> Args { get; init; } = NoArgs;

    /// <summary>The rules that were broken, all of them.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>What is wrong with the fields of the request.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>When to try again; written to Retry-After.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The methods that a known route has; written to Allow.</summary>
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary>The WWW-Authenticate challenge of a 401.</summary>
    public string? Challenge { get; init; }

    /// <summary>422 with a list of faults.</summary>
    public static Problem Invalid(IReadOnlyList<Fault> faults) => new(StatusCodes.Status422UnprocessableEntity, "invalid") { Faults = faults };

    /// <summary>503: the store is busy or silent; the same request may be repeated with the same key.</summary>
    public static Problem Busy(TimeSpan? retryAfter = null) =>
        new(StatusCodes.Status503ServiceUnavailable, "busy") { RetryAfter = retryAfter ?? TimeSpan.FromSeconds(2) };

    public static Problem Of(Refusal refusal) => new(StatusOf(refusal.Kind), refusal.Code)
    {
        Reasons = refusal.Reasons,
        RetryAfter = refusal.Kind == RefusalKind.Busy ? TimeSpan.FromSeconds(2) : null,
    };

    private static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid or RefusalKind.KeyReused => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
        RefusalKind.ConditionRequired => StatusCodes.Status428PreconditionRequired,
        RefusalKind.Busy => StatusCodes.Status503ServiceUnavailable,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No status for this kind of refusal."),
    };
}
