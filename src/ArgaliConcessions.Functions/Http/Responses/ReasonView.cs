using ArgaliConcessions.Application;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Http.Responses;

/// <summary>A reason within an answer, put into words.</summary>
public sealed record ReasonView(string Code, string Detail, string? Law, LegalBasis? Basis, Evidence Evidence)
{
    public static ReasonView Of(Reason reason, Texts texts) =>
        new(reason.Code, ReasonText.Of(reason, texts), reason.Law?.Path, reason.Law?.Basis, reason.Evidence);
}
