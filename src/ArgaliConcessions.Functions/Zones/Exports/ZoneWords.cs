using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Zones;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Zones.Exports;

/// <summary>What files of zones say in words, in the caller's language.</summary>
internal sealed record ZoneWords(Texts Texts, ZoneExport Export)
{
    /// <summary>What is in the file, of which day.</summary>
    public string Title => Export.Of is { } concession
        ? Texts.Format("export.zones.titleOfOne", ("concession", concession.Names), ("on", Export.On))
        : Texts.Format("export.zones.title", ("authority", Export.Authority), ("on", Export.On));

    /// <summary>As of which day and instant, and what the file does not tell.</summary>
    public string AsOf
    {
        get
        {
            var asOf = Texts.Format("export.zones.asOf", ("on", Export.On), ("knownAt", Export.KnownAt));
            return Export.Provisional ? $"{asOf} {Texts.Format("export.zones.provisional")}" : asOf;
        }
    }

    public string NameOf(ExportedZone zone) => zone.Zone.Version.Selected.Value.Names.In(Texts.Language.Chain);

    /// <summary>"Closed zone" or "hunting zone".</summary>
    public string KindOf(ExportedZone zone) =>
        Texts.Format(zone.Zone.Version.Selected.Value.Kind == ZoneKind.Closed ? "export.zones.closed" : "export.zones.hunting");

    /// <summary>All that the file says of a zone, in one paragraph.</summary>
    public string About(ExportedZone zone)
    {
        var version = zone.Zone.Version.Selected;
        var about = Texts.Format(
            "export.zones.about",
            ("kind", KindOf(zone)), ("concession", zone.Terms.Names), ("version", version.Number), ("from", version.ValidFrom),
            ("hectares", Hectares(zone)), ("act", version.Basis.Title), ("number", version.Basis.Number), ("published", version.Basis.PublishedOn), ("hash", version.Value.GeometryHash));
        return version.ValidTo is { } last ? $"{about} {Texts.Format("export.zones.until", ("to", last))}" : about;
    }

    public static decimal Hectares(ExportedZone zone) => Math.Round((decimal)zone.Zone.Version.Selected.Value.AreaHectares, 2);

    /// <summary>Every name that there is, with its language: <c>en: Valley; ru: Долина</c>.</summary>
    public static string All(LocalizedNames names) => string.Join("; ", names.ByTag.Select(name => $"{name.Key}: {name.Value}"));
}
