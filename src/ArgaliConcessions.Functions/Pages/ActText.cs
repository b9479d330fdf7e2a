using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Pages;

/// <summary>A legal act as pages quote it.</summary>
internal static class ActText
{
    /// <summary>Title, number and date; a dash where the record names no act.</summary>
    public static string Of(LegalBasis? basis, Texts texts) =>
        basis is null ? "–" : texts.Format("report.act.text", ("title", basis.Title), ("number", basis.Number), ("date", basis.PublishedOn));
}
