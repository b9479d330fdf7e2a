namespace ArgaliConcessions.Application.Law;

/// <summary>Refusals that any use case may meet because the law it needs is not there.</summary>
public static class LawRefusals
{
    /// <summary>Nothing can be registered before the authority itself: <c>PUT /authority</c> comes first.</summary>
    public static Refusal NoAuthority { get; } = Refusal.Because(RefusalKind.Conflict, "no-authority");

    public static Refusal NoConcession { get; } = Refusal.NotFound("concession");
}
