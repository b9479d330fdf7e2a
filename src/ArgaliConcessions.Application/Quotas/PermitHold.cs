using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>
/// What one permit holds of its quota line. Whoever changes a permit or its outcomes takes away what it held and adds what it
/// holds then; so a take reported after a revocation claims its place again.
/// </summary>
/// <param name="Released">All animals of a revoked, returned or closed permit without a take, else none. One that has merely expired keeps its place.</param>
public readonly record struct PermitHold(string? Line, int Issued, int Released, TakeTally Takes)
{
    public static PermitHold Of(Permit permit)
    {
        var takes = TakeTally.Of(permit.Takes);
        var givenBack = takes.Animals == 0 && permit.StatusChanges is [.., { Status: PermitStatus.Revoked or PermitStatus.Returned or PermitStatus.Closed }];
        return new PermitHold(permit.Line, permit.Animals, givenBack ? permit.Animals : 0, takes);
    }

    /// <summary>A permit that is not there, or not on that line.</summary>
    public static PermitHold Nothing(string? line) => new(line, 0, 0, TakeTally.None);

    public LineAmounts Amounts => new(Issued: Issued, Released: Released, Killed: Takes.Killed, Wounded: Takes.WoundedNotRecovered);
}
