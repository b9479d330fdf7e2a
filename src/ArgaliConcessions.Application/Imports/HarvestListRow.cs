using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Imports;

/// <summary>One outcome of a list, kept as it is.</summary>
/// <param name="Permit">Our own number, where two papers bear the same one.</param>
/// <param name="Harvest">Its id; null takes <c>h1</c>, <c>h2</c>, … in the order of the list.</param>
public sealed record HarvestListRow(
    int Line, string Concession, string Year, PaperNumber Paper, string? Permit, string? Harvest, LocalDate On, LocalTime? Time,
    GeoPosition? Position, string? Place, HarvestOutcome Outcome, string? FollowsUp, string? Taxon, Sex Sex, AgeEstimate? Age,
    Horns? Horns, string? Tag, string? Method, LocalDate? ReportedOn)
{
    public static HarvestListRow Read(RowReader row) => new(
        row.Line, row.Required("concession", 40), row.Required("year", 9), new PaperNumber(row.Text("series", 40) ?? "", row.Required("number", 40)),
        row.Text("permit", 60), IdOf(row, "harvest"), row.RequiredDate("on"), row.Time("time"), PositionOf(row), row.Text("place", 500),
        OutcomeOf(row), IdOf(row, "followsUp"), row.Text("taxon", 40), row.Word("sex", PermitColumns.Sexes) ?? Sex.Unknown, AgeOf(row),
        HornsOf(row), row.Text("tag", 60), row.Text("method"), row.Date("reportedOn"));

    private static HarvestOutcome OutcomeOf(RowReader row)
    {
        if (row.Text("outcome", 60) is null) row.Missing("outcome");
        return row.Word("outcome", HarvestColumns.Outcomes) ?? HarvestOutcome.Unsuccessful;
    }

    private static string? IdOf(RowReader row, string column)
    {
        var id = row.Text(column, 40);
        if (id is not null && !Ids.IsId(id)) row.Reject(column, "not-an-id");
        return id;
    }

    private static GeoPosition? PositionOf(RowReader row)
    {
        var (lon, lat) = (row.Number("lon", -180, 180), row.Number("lat", -90, 90));
        var accuracy = row.Number("accuracy", 0, 100_000);
        if (lon is null && lat is not null && row.Text("lon", 40) is null) row.Missing("lon");
        if (lat is null && lon is not null && row.Text("lat", 40) is null) row.Missing("lat");
        return lon is { } x && lat is { } y ? new GeoPosition(x, y, accuracy) : null;
    }

    private static AgeEstimate? AgeOf(RowReader row)
    {
        var (min, max) = (row.Int("ageMin", 0, 40), row.Int("ageMax", 0, 40));
        if (min is null && max is null) return null;
        var age = new AgeEstimate(min ?? 0, max ?? min ?? 0);
        if (age.Max < age.Min) row.Reject("ageMax", "less-than-minimum");
        return age;
    }

    private static Horns? HornsOf(RowReader row)
    {
        var horns = new Horns(Cm(row, "leftLengthCm"), Cm(row, "rightLengthCm"), Cm(row, "leftBaseCm"), Cm(row, "rightBaseCm"), row.Word("broomed", PermitColumns.YesNo));
        return horns == new Horns(null, null, null, null, null) ? null : horns;
    }

    private static double? Cm(RowReader row, string column) => row.Number(column, 0, 1_000);
}
