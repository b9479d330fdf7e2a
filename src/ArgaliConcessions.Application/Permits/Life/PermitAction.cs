namespace ArgaliConcessions.Application.Permits.Life;

/// <summary>What may be done to a permit that has been issued.</summary>
/// <remarks>
/// The names stand in the idempotency keys of requests that were answered: they stay. <c>Replacement</c> is the paper's. <c>Return</c>: an unused
/// permit is handed back. <c>Closure</c>: the office has settled it, used or not.
/// </remarks>
public enum PermitAction { Suspension, Reinstatement, Revocation, Replacement, Amendment, TagReplacement, Return, Closure }
