using System.Text;
using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Http.Responses;
using NetTopologySuite.IO.Esri.Dbf.Fields;
using NodaTime;

namespace ArgaliConcessions.Functions.Zones.Exports;

/// <summary>The fields of a shapefile of zones: names of at most ten letters, texts of at most 254 bytes.</summary>
internal sealed class ZoneAttributes(ZoneWords words)
{
    private const int LongestText = 254;
    private const int LongestId = 40;

    /// <summary>Languages whose names have a field of their own; those of others are in one field together.</summary>
    private static readonly string[] Languages = ["en", "ru", "ky", "tg", "kk", "uz", "mn"];

    private readonly DbfCharacterField concession = new("CONCESSION", LongestId);
    private readonly DbfCharacterField code = new("CONC_CODE", LongestId);
    private readonly DbfCharacterField concessionName = new("CONC_NAME", LongestText);
    private readonly DbfCharacterField zone = new("ZONE", LongestId);
    private readonly DbfCharacterField name = new("NAME", LongestText);
    private readonly DbfCharacterField[] names = [.. Languages.Select(language => new DbfCharacterField($"NAME_{language.ToUpperInvariant()}", LongestText))];
    private readonly DbfCharacterField otherNames = new("NAME_OTHER", LongestText);
    private readonly DbfCharacterField kind = new("KIND", 10);
    private readonly DbfNumericInt32Field version = new("VERSION", 6);
    private readonly DbfCharacterField hash = new("GEOM_HASH", 64);
    private readonly DbfDateField from = new("VALID_FROM");
    private readonly DbfDateField to = new("VALID_TO");
    private readonly DbfCharacterField act = new("ACT", LongestText);
    private readonly DbfCharacterField actNumber = new("ACT_NO", LongestText);
    private readonly DbfDateField actDate = new("ACT_DATE");
    private readonly DbfCharacterField actUrl = new("ACT_URL", LongestText);
    private readonly DbfNumericDoubleField tolerance = new("TOLER_M", 18, 10);
    private readonly DbfCharacterField acceptOverlap = new("ACC_OVRLAP", LongestText);
    private readonly DbfNumericDoubleField hectares = new("HECTARES", 16, 2);
    private readonly DbfDateField asOf = new("AS_OF");

    public DbfField[] All =>
    [
        concession, code, concessionName, zone, name, .. names, otherNames, kind, version, hash, from, to, act, actNumber, actDate, actUrl, tolerance, acceptOverlap, hectares, asOf,
    ];

    /// <summary>Makes the fields those of a zone.</summary>
    public void Set(ExportedZone one)
    {
        var (reading, selected) = (one.Zone.Version, one.Zone.Version.Selected);
        (concession.StringValue, code.StringValue, zone.StringValue) = (reading.Concession, Fit(one.Terms.Code, LongestId), reading.Id);
        (concessionName.StringValue, name.StringValue) = (Fit(one.Terms.Names.In(words.Texts.Language.Chain)), Fit(words.NameOf(one)));
        foreach (var (field, language) in names.Zip(Languages)) field.StringValue = Fit(selected.Value.Names.ByTag.GetValueOrDefault(language, ""));
        otherNames.StringValue = Fit(Others(selected.Value.Names));
        (kind.StringValue, version.NumericValue, hash.StringValue) = (Json.Camel(selected.Value.Kind.ToString()), selected.Number, selected.Value.GeometryHash);
        (from.DateValue, to.DateValue) = (Date(selected.ValidFrom), Date(selected.ValidTo));
        (act.StringValue, actNumber.StringValue, actDate.DateValue) = (Fit(selected.Basis.Title), Fit(selected.Basis.Number), Date(selected.Basis.PublishedOn));
        (actUrl.StringValue, tolerance.NumericValue, acceptOverlap.StringValue) =
            (Fit(selected.Basis.Url ?? ""), selected.Value.ToleranceMetres, Fit(selected.Value.AcceptedOverlap ?? ""));
        (hectares.NumericValue, asOf.DateValue) = ((double)ZoneWords.Hectares(one), Date(words.Export.On));
    }

    /// <summary>As much of a text as fits, on one line, never half a character.</summary>
    internal static string Fit(string text, int mostBytes = LongestText)
    {
        var (fitting, bytes) = (new StringBuilder(), 0);
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > mostBytes) break;
            if (Rune.IsControl(rune)) fitting.Append(' ');
            else fitting.Append(rune);
        }
        return fitting.ToString();
    }

    private static string Others(LocalizedNames all) =>
        string.Join("; ", all.ByTag.Where(name => !Languages.Contains(name.Key, StringComparer.Ordinal)).Select(name => $"{name.Key}: {name.Value}"));

    private static DateTime? Date(LocalDate? date) => date?.ToDateTimeUnspecified();
}
