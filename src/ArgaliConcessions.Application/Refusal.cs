using System.Collections.Immutable;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application;

/// <summary>Why a use case did nothing: one code for the whole, and every reason there is.</summary>
/// <param name="Code">Stable kebab-case code; the problem's <c>type</c>. Worded by <c>refusal.{code}</c>.</param>
public sealed record Refusal(RefusalKind Kind, string Code, ImmutableArray<Reason> Reasons)
{
    public static Refusal Because(RefusalKind kind, string code, params ReadOnlySpan<Reason> reasons) => new(kind, code, [.. reasons]);

    public static Refusal NotFound(string what) => Because(RefusalKind.NotFound, $"{what}-not-found");

    /// <summary>A value from outside that cannot stand; each reason names its field.</summary>
    public static Refusal Invalid(params ReadOnlySpan<Reason> reasons) => Because(RefusalKind.Invalid, "invalid", reasons);

    /// <summary>The store is busy or its answer unknown: repeat with the same key.</summary>
    public static Refusal Busy { get; } = Because(RefusalKind.Busy, "busy");
}

/// <summary>One reason, as a code and figures; worded by <c>reason.{code}</c>.</summary>
/// <param name="Pointer">JSON pointer to the field of the request, where there is one.</param>
/// <param name="Law">The version of the law that says so.</param>
public sealed record Reason(string Code, Evidence Evidence, string? Pointer = null, LawRef? Law = null)
{
    public static Reason Of(string code, string? pointer = null, params ReadOnlySpan<(string Name, EvidenceValue? Value)> evidence) =>
        new(code, Evidence.Of(evidence), pointer);
}

/// <summary>HTTP 422, 409, 404, 403, 412, 428, 422, 503, 413 in this order.</summary>
public enum RefusalKind { Invalid, Conflict, NotFound, Forbidden, Stale, ConditionRequired, KeyReused, Busy, TooLarge }
