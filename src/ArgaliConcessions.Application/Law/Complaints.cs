using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Law;

/// <summary>Collects all that is wrong with a request, so that it can be mended in one go.</summary>
internal sealed class Complaints
{
    private readonly List<Reason> _reasons = [];

    public bool Any => _reasons.Count > 0;

    public IReadOnlyList<Reason> Reasons => _reasons;

    public void Add(Reason reason) => _reasons.Add(reason);

    public void Add(string code, string pointer, params ReadOnlySpan<(string Name, EvidenceValue? Value)> evidence) =>
        _reasons.Add(Reason.Of(code, pointer, evidence));

    /// <summary>Complains when something is as it must not be.</summary>
    public void When(bool broken, string code, string pointer, params ReadOnlySpan<(string Name, EvidenceValue? Value)> evidence)
    {
        if (broken) Add(code, pointer, evidence);
    }

    /// <summary>Complains of a span that ends before it begins.</summary>
    public void Span(LocalDate from, LocalDate? to, string pointer) =>
        When(to < from, "ends-before-it-begins", pointer, ("from", from), ("to", to is { } end ? end : null));

    /// <summary>The refusal with all complaints; null when there are none.</summary>
    public Refusal? ToRefusal() => Any ? Refusal.Invalid([.. _reasons]) : null;
}
