using ArgaliConcessions.Application.Concessions;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Law;
using NodaTime;

namespace ArgaliConcessions.Functions.Concessions;

/// <summary>Reads a concession.</summary>
internal static class ConcessionWire
{
    private const int MostDated = 100;
    private const int MostSucceeded = 20;

    public static RevisionDraft<ConcessionTerms> Read(BodyReader body)
    {
        body.Ignore("id", "on", "statusOn", "holderOn", "revision", "recordedAt", "provisional");
        var terms = new ConcessionTerms(
            body.Text("code", 40), body.Names("names"), body.Id("region"), [.. body.List("holders", MostDated, Holder)], body.Object("tenure", Tenure),
            [.. body.List("status", MostDated, Status)], [.. body.Ids("succeeds", MostSucceeded)], body.TextOrNull("timeZone", 60));
        return new RevisionDraft<ConcessionTerms>(terms, body.BasisOrNull("basis"), body.TextOrNull("reason", LawWire.LongestReason));
    }

    private static Holder Holder(BodyReader holder) =>
        new(holder.Id("id"), holder.Names("names"), holder.Date("from"), holder.DateOrNull("to"), holder.BasisOrNull("basis"));

    private static Tenure Tenure(BodyReader tenure) => new(tenure.Date("from"), tenure.DateOrNull("to"));

    private static ConcessionStatusChange Status(BodyReader change) =>
        new(change.Date("from"), change.OneOf<ConcessionStatus>("status"), change.BasisOrNull("basis"));
}

/// <summary>A concession as it is answered.</summary>
/// <param name="On">The date that <paramref name="StatusOn"/> and <paramref name="HolderOn"/> speak of.</param>
public sealed record ConcessionAnswer(
    string Id, string Code, LocalizedNames Names, string Region, IReadOnlyList<Holder> Holders, Tenure Tenure, IReadOnlyList<ConcessionStatusChange> Status,
    IReadOnlyList<string> Succeeds, string? TimeZone, LegalBasis? Basis, LocalDate On, ConcessionStatus StatusOn, Holder? HolderOn,
    int Revision, Instant RecordedAt, string? Reason, bool? Provisional)
{
    internal static ConcessionAnswer Of(ConcessionStanding standing)
    {
        var (revision, terms) = (standing.Reading.Selected, standing.Terms);
        return new ConcessionAnswer(
            standing.Id, terms.Code, terms.Names, terms.Region, terms.Holders, terms.Tenure, terms.Status, terms.Succeeds, terms.TimeZone, revision.Basis,
            standing.On, standing.Status, standing.Holder, revision.Number, revision.RecordedAt, revision.Reason, LawWire.Provisional(standing.Reading.Provisional));
    }
}
