using ArgaliConcessions.Application.Harvests;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Functions.Http.Bodies;

namespace ArgaliConcessions.Functions.Harvests;

/// <summary>Reads a report of a hunt. Only what cannot be read is refused; what is unlawful is not asked here.</summary>
internal static class HarvestWire
{
    private const int OldestRam = 40;
    private const double LongestCm = 300;

    public static HarvestReport Read(BodyReader body, string id, Precondition precondition)
    {
        body.Ignore("id", "permit", "version", "recordedAt", "recordedBy", "reportedOn", "correctionReason", "findings", "position");
        var (at, on) = body.When("at");
        on ??= body.DateOrNull("on");
        body.Ignore("on");
        if (at is null && on is null && !body.Has("at") && !body.Has("on")) body.Fault("at", "required");
        return new HarvestReport(
            id, at, on, body.Position(), body.TextOrNull("placeText", 500), body.OneOf<HarvestOutcome>("outcome"), body.IdOrNull("followsUp"),
            body.IdOrNull("taxon"), body.OneOfOrNull<Sex>("sex") ?? Sex.Unknown, body.ObjectOrNull("ageYears", Age), body.ObjectOrNull("horns", HornsOf),
            body.MarkOrNull("tag", 60), body.TextOrNull("method", 200), body.TextOrNull("reason", 1000), precondition);
    }

    private static AgeEstimate Age(BodyReader age)
    {
        var (min, max) = (age.Int("min", 0, OldestRam), age.Int("max", 0, OldestRam));
        if (max < min) age.Fault("max", "less-than-minimum");
        return new AgeEstimate(min, max);
    }

    private static Horns HornsOf(BodyReader horns) => new(
        Cm(horns, "leftLengthCm"), Cm(horns, "rightLengthCm"), Cm(horns, "leftBaseCm"), Cm(horns, "rightBaseCm"),
        horns.Has("broomed") ? horns.Flag("broomed") : Absent(horns, "broomed"));

    private static double? Cm(BodyReader horns, string name) => horns.NumberOrNull(name, 0, LongestCm);

    private static bool? Absent(BodyReader horns, string name)
    {
        horns.Ignore(name);
        return null;
    }
}
