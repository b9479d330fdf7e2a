using System.Globalization;
using ArgaliConcessions.Application.Permits.Papers;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Wording;
using NodaTime;

namespace ArgaliConcessions.Functions.Pages.Papers;

/// <summary>Puts a permit into the words of the paper form: that of the region for ungulates, with counterfoil and tear-off fields.</summary>
/// <param name="link">Where the code on the paper leads.</param>
internal sealed class PaperWriter(PermitPaper paper, Texts texts, string link)
{
    private const string None = "–";
    private Permit Permit => paper.Permit;

    public PaperForm Write() => new()
    {
        Language = texts.Language.Code,
        Authority = NamesText.Of(paper.Authority.Names, texts),
        Title = Word("title"),
        NumberLabel = Word("number"),
        Number = Permit.Number,
        PaperLabel = Word("form"),
        PaperNumber = Permit.Paper?.ToString() ?? None,
        Across = paper.State == PermitState.Issued ? null : Word($"across.{Json.Camel(paper.State.ToString())}"),
        Counterfoil = Counterfoil(),
        Permit = Main(),
        TearOffs = [.. Enumerable.Range(1, paper.Forms).SelectMany(animal => new[] { Killed(animal), Wounded(animal) })],
        Map = PaperMap.Of(paper, texts),
        MapHeading = Word("map"),
        Zones = PaperMap.Legend(paper, texts),
        MapNote = texts.Format("fieldsheet.map.note"),
        ActsHeading = Word("acts"),
        Acts = [.. paper.Acts.Select(a => new PaperLine(Word($"act.{Json.Camel(a.Of.ToString())}"), $"{ActText.Of(a.Law.Basis, texts)} [{a.Law.Path}]"))],
        Qr = QrSquares.Of(link),
        Link = link,
        LinkNote = Word("link"),
        Foot = Word("foot", ("number", Permit.Number), ("version", Permit.Version), ("at", Printed())),
        Notes = [.. Notes()],
    };

    private PaperPart Counterfoil() => new(Word("counterfoil"), "",
    [
        Line("hunter", Hunter()), Line("document", Document()), Line("animal", AnimalText.Of(Permit, paper.Authority, texts)), Line("dates", Dates()),
        Line("grounds", Grounds()), Line("issuedOn", Date(Permit.IssuedOn)), Line("issuedBy", Permit.IssuedBy?.Name ?? None), Blank("signed.officer"), Blank("signed.received"),
    ]);

    private PaperPart Main() => new(Word("permit"), "",
    [
        Line("huntType", paper.Purpose is { } purpose ? Word($"purpose.{Json.Camel(purpose.ToString())}") : None),
        Line("passport", Permit.Hunter.AsInPassport ?? None), Line("hunter", NamesText.Of(Permit.Hunter.Names, texts)), Line("nationality", Permit.Hunter.Nationality ?? None), Line("document", Document()),
        Line("species", AnimalText.Taxon(Permit.Animal.Taxon, paper.Authority, texts)), Line("sex", texts.Value(Permit.Animal.Sex)),
        Line("age", Permit.Animal.MinimumAgeYears is { } years ? texts.Format("page.verdict.minimumAge", ("years", years)) : None),
        .. Ranges(),
        Line("animals", texts.Value(Permit.Animals)), Line("grounds", Grounds()), Line("zones", Zones()),
        Line("outfitter", Permit.Outfitter ?? None), Line("weapon", Permit.Weapon ?? None), Line("tag", Permit.Tag ?? None), Line("party", Permit.Party.IsEmpty ? None : string.Join(", ", Permit.Party)),
        Line("feePaidOn", Date(Permit.FeePaidOn)), Line("issuedOn", Date(Permit.IssuedOn)), Line("issuedBy", Permit.IssuedBy?.Name ?? None),
        Blank("signed.officer"), Blank("stamp"), Blank("signed.hunter"),
    ]);

    /// <summary>The form has room for two spans of days, and says so when the second is none; a permit with more has them all.</summary>
    private IEnumerable<PaperLine> Ranges() => Enumerable.Range(0, Math.Max(2, Permit.Ranges.Length))
        .Select(i => new PaperLine(Word("range", ("n", i + 1)), i < Permit.Ranges.Length ? texts.Value(Permit.Ranges[i]) : None));

    private PaperPart Killed(int animal) => new(Heading("killed", animal), Word("killed.todo"),
        [Own(), Blank("dateInWords"), Blank("species"), Blank("sex"), Blank("age"), Blank("weight"), Blank("place"), Blank("signed.hunter")]);

    private PaperPart Wounded(int animal) => new(
        Heading("wounded", animal), Word("wounded.todo", ("days", paper.Authority.Settings.WoundedFollowUpDays)),
        [Own(), Blank("dateInWords"), Blank("followUpUntil"), Blank("place"), Blank("signed.hunter"), Blank("followUpResult")]);

    private IEnumerable<string> Notes()
    {
        yield return Word("note.oneAnimal");
        if (Permit.Animals > paper.Forms) yield return Word("note.moreForms", ("shown", paper.Forms), ("count", Permit.Animals));
        foreach (var change in Permit.StatusChanges.Where(c => c.From > paper.On))
            yield return Word("note.planned", ("date", change.From), ("state", texts.Format($"fieldsheet.state.{Json.Camel(change.Status.AsState().ToString())}")));
        if (paper.ZoneCount > paper.Zones.Length) yield return texts.Format("fieldsheet.moreZones", ("shown", paper.Zones.Length), ("count", paper.ZoneCount));
        if (paper.Zones.Any(z => !z.Throughout)) yield return Word("note.zones");
        yield return Word("note.register");
    }

    private PaperLine Own() => new(Word("number"), Permit.Paper is { } form ? $"{Permit.Number} · {form}" : Permit.Number);

    private string Heading(string key, int animal) => paper.Forms == 1 ? Word(key) : Word($"{key}.of", ("n", animal), ("count", Permit.Animals));

    private string Hunter()
    {
        var names = NamesText.Of(Permit.Hunter.Names, texts);
        return Permit.Hunter.AsInPassport is { } latin && latin != names ? $"{latin}; {names}" : names;
    }

    private string Document() => paper.Document ?? (Permit.Hunter.DocumentEndsWith is { } end ? $"…{end}" : None);

    private string Dates() => Permit.Ranges.IsEmpty ? texts.Format("fieldsheet.dates.none") : string.Join("; ", Permit.Ranges.Select(r => texts.Value(r)));

    private string Grounds() => $"{NamesText.Of(paper.Terms.Names, texts)} ({paper.Terms.Code})";

    private string Zones() => Permit.Zones.IsEmpty ? None : new ZoneText(
        paper.Zones, paper.Days, paper.ZoneCount <= paper.Zones.Length, names => NamesText.Of(names, texts), texts).Of(Permit.Zones);

    private string Printed()
    {
        var local = paper.PrintedAt.InZone(paper.TimeZone);
        return texts.Format("fieldsheet.localMoment", ("date", local.Date), ("time", local.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture)));
    }

    private string Date(LocalDate? date) => date is { } known ? texts.Value(known) : None;

    private PaperLine Line(string key, string value) => new(Word(key), value);

    private PaperLine Blank(string key) => new(Word(key), null);

    private string Word(string key, params (string Name, object? Value)[] args) => texts.Format($"permitpaper.{key}", args);
}
