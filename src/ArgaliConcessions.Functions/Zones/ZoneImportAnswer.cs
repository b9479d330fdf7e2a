using ArgaliConcessions.Application.Zones;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Zones;

/// <summary>What an import of zones did, or would do.</summary>
/// <param name="File">What was read of the file; absent in answers that were kept before this was told.</param>
/// <param name="Good">Whether nothing speaks against it: a dry run that is good can be imported.</param>
public sealed record ZoneImportAnswer(bool DryRun, bool Good, int Features, int Refused, decimal Hectares, ZoneFileAnswer? File, IReadOnlyList<ZoneImportLineAnswer> Lines)
{
    internal static ZoneImportAnswer Of(ZoneImportReport report, Texts texts) => new(
        report.DryRun, report.Good, report.Lines.Length, report.Lines.Count(l => !l.Reasons.IsEmpty), report.Lines.Sum(l => l.AreaHectares ?? 0), report.File is { } file ? ZoneFileAnswer.Of(file, texts) : null,
        [.. report.Lines.Select(line => ZoneImportLineAnswer.Of(line, texts))]);
}

/// <summary>What becomes of one feature.</summary>
public sealed record ZoneImportLineAnswer(
    int Feature, string Concession, string Zone, ZoneImportAction Action, int? Version, decimal? AreaHectares,
    IReadOnlyList<ZoneImportOverlap> Overlaps, IReadOnlyList<ZoneImportError> Errors)
{
    internal static ZoneImportLineAnswer Of(ZoneImportLine line, Texts texts) => new(
        line.Feature, line.Concession, line.Zone, line.Action, line.Version, line.AreaHectares, line.Overlaps,
        [.. line.Reasons.Select(reason => new ZoneImportError(reason.Pointer, reason.Code, ReasonText.Of(reason, texts), reason.Evidence))]);
}

/// <summary>One thing wrong with a feature.</summary>
public sealed record ZoneImportError(string? Pointer, string Code, string Detail, Evidence Evidence);
