using System.Globalization;
using ArgaliConcessions.Application.Permits.Tags;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Functions.Http.Bodies;
using NodaTime;

namespace ArgaliConcessions.Functions.Permits;

/// <summary>Reads entries of the register of tags.</summary>
internal static class TagWire
{
    private const int LongestNote = 500;
    private const int LongestPrefix = 30;
    private const int MostDigits = 9;
    private const int LastNumber = 999_999_999;

    public static (LegalBasis? Basis, string? Note) Read(BodyReader body)
    {
        body.Ignore("tag", "revision", "recordedAt", "by");
        if (!body.Has("basis") && !body.Has("note")) body.Fault("basis", "basis-or-note");
        return (body.BasisOrNull("basis"), body.TextOrNull("note", LongestNote));
    }

    public static TagSeries ReadSeries(BodyReader body)
    {
        var prefix = body.TextOrNull("prefix", LongestPrefix) ?? "";
        if (!TagForm.IsStart(prefix)) body.Fault("prefix", "bad-tag");
        var (from, to) = (body.Int("from", 0, LastNumber), body.Int("to", 0, LastNumber));
        var needed = to.ToString(CultureInfo.InvariantCulture).Length;
        var digits = body.IntOrNull("digits", 1, MostDigits) ?? needed;
        if (to < from || to - from >= TagSeries.MaxTags) body.Fault("to", "bad-series", ("max", TagSeries.MaxTags));
        if (digits < needed) body.Fault("digits", "too-few-digits", ("min", needed));
        var (basis, note) = Read(body);
        return new TagSeries(prefix, from, to, digits, basis, note);
    }

    /// <summary>The address of a tag, a route below the prefix.</summary>
    public static string Route(string tag) => $"tags/{Uri.EscapeDataString(tag)}";
}

/// <summary>A tag's entry in the register as it is answered.</summary>
internal sealed record TagEntryView(string Tag, LegalBasis? Basis, string? Note, int Revision, Instant RecordedAt, string By)
{
    public static TagEntryView Of(RegisteredTag tag) => new(tag.Tag, tag.Basis, tag.Note, tag.Revision, tag.RecordedAt, tag.By);
}

/// <summary>A tag as it stands.</summary>
/// <param name="IsRegistered">Whether it is in the register, with <paramref name="Entry"/>.</param>
/// <param name="Permit">The permit that holds it, or that it was voided on.</param>
internal sealed record TagView(string Tag, TagState State, bool IsRegistered, string? Permit, LocalDate? VoidedOn, TagEntryView? Entry)
{
    public static TagView Of(TagReading reading) => new(
        reading.Tag, reading.State, reading.Registered is not null, reading.Permit, reading.VoidedOn,
        reading.Registered is { } entry ? TagEntryView.Of(entry) : null);
}

/// <summary>A series that is registered, however much of it was before.</summary>
internal sealed record TagSeriesView(string First, string Last, int Tags)
{
    public static TagSeriesView Of(TagSeries series) => new(series.Tag(series.From), series.Tag(series.To), series.To - series.From + 1);
}
