using ArgaliConcessions.Application.Zones.Files;
using ArgaliConcessions.Domain.Zones;
using ArgaliConcessions.Domain.Zones.ReferenceSystems;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Zones;

/// <summary>What was read of a file beside its zones.</summary>
/// <param name="Source">As it is kept with every zone of the file.</param>
/// <param name="ReferenceSystem">The name of the system of that code.</param>
/// <param name="Encoding">What its attributes were read in; absent where the format leaves no choice.</param>
/// <param name="EncodingFrom">How that was known.</param>
/// <param name="Columns">Which attribute was taken for which property.</param>
/// <param name="IgnoredColumns">Attributes that nothing was taken from.</param>
/// <param name="MadeIds">Ids that were made of names.</param>
/// <param name="Notes">What a person should know of it, in words.</param>
public sealed record ZoneFileAnswer(
    ZoneSource Source, string? ReferenceSystem, AttributeEncoding? Encoding, EncodingOrigin? EncodingFrom, IReadOnlyList<ColumnUse> Columns,
    IReadOnlyList<string> IgnoredColumns, IReadOnlyList<MadeZoneId> MadeIds, IReadOnlyList<string> Notes)
{
    internal static ZoneFileAnswer Of(ZoneFileFacts file, Texts texts) => new(
        file.Source, KnownSystems.Find(file.Source.ReferenceSystem)?.Name, file.Encoding?.Encoding, file.Encoding?.From, file.Columns, file.IgnoredColumns, file.MadeIds,
        [.. NotesOf(file, texts)]);

    private static IEnumerable<string> NotesOf(ZoneFileFacts file, Texts texts)
    {
        foreach (var dropped in file.Dropped) yield return texts.Format($"zonefile.dropped.{dropped}");
        if (file.Deleted > 0) yield return texts.Format("zonefile.deleted", ("count", file.Deleted));
        if (file.Encoding is { From: EncodingOrigin.Detected } found) yield return texts.Format("zonefile.encoding-detected", ("encoding", Json.Camel(found.Encoding.ToString())));
        if (file.Source.Parameters is { } parameters) yield return texts.Format("zonefile.shifted", ("parameters", parameters), ("from", file.Source.ParametersFrom));
        if (!file.MadeIds.IsEmpty) yield return texts.Format("zonefile.made-ids", ("count", file.MadeIds.Length));
    }
}
