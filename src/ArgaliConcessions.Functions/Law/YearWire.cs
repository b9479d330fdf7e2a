using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Http.Bodies;
using NodaTime;

namespace ArgaliConcessions.Functions.Law;

/// <summary>Reads a hunting year.</summary>
internal static class YearWire
{
    public static RevisionDraft<HuntingYear> Read(BodyReader body, string id)
    {
        body.Ignore("id", "revision", "recordedAt", "provisional");
        var year = new HuntingYear(id, body.Date("from"), body.Date("to"), body.Text("label", 20), body.Flag("sealed"));
        return new RevisionDraft<HuntingYear>(year, body.BasisOrNull("basis"), body.TextOrNull("reason", LawWire.LongestReason));
    }
}

/// <summary>A hunting year as it is answered.</summary>
public sealed record YearAnswer(
    string Id, LocalDate From, LocalDate To, string Label, bool Sealed, LegalBasis? Basis, int Revision, Instant RecordedAt, string? Reason, bool? Provisional)
{
    internal static YearAnswer Of(RevisionReading<HuntingYear> reading)
    {
        var (revision, year) = (reading.Selected, reading.Selected.Value);
        return new YearAnswer(
            year.Id, year.From, year.To, year.Label, year.Sealed, revision.Basis, revision.Number, revision.RecordedAt, revision.Reason,
            LawWire.Provisional(reading.Provisional));
    }
}
