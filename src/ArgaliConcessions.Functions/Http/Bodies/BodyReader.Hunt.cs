using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Permits;
using NodaTime;

namespace ArgaliConcessions.Functions.Http.Bodies;

public sealed partial class BodyReader
{
    private const double LongestAccuracy = 100_000;

    /// <summary>An instant, or a date alone where the hour is not known.</summary>
    public (Instant? At, LocalDate? On) When(string name)
    {
        if (Find(name, required: false) is not { } value) return (null, null);
        if (TextOf(value, PointerTo(name), 64) is not { } text) return (null, null);
        var (at, on) = (Wire.Moment(text), Wire.Date(text));
        if (at is null && on is null) _faults.AddAt(PointerTo(name), "bad-instant-or-date");
        return (at, on);
    }

    /// <summary>A position by the members <c>lon</c>, <c>lat</c> and <c>accuracy</c> (metres) of this object; null when none is there.</summary>
    public GeoPosition? Position()
    {
        var accuracy = NumberOrNull("accuracy", 0, LongestAccuracy);
        if (!Has("lon") && !Has("lat"))
        {
            Ignore("lon", "lat");
            return null;
        }

        return new GeoPosition(Number("lon", -180, 180), Number("lat", -90, 90), accuracy);
    }

    /// <summary>A paper's number: <c>{series?, number}</c>, with at least one letter or digit.</summary>
    public PaperNumber Paper(string name) => Object(name, PaperOf);

    public PaperNumber? PaperOrNull(string name) => ObjectOrNull(name, PaperOf);

    /// <summary>A text that means something once spaces and dashes are folded away; null when absent.</summary>
    public string? MarkOrNull(string name, int max)
    {
        var mark = TextOrNull(name, max);
        if (mark is not null && !Folding.Fold(mark).Any(char.IsLetterOrDigit)) Fault(name, "no-letter-or-digit");
        return mark;
    }

    private static PaperNumber PaperOf(BodyReader paper) =>
        new(paper.TextOrNull("series", 40) ?? "", paper.MarkOrNull("number", 40) ?? paper.Text("number", 40));
}
