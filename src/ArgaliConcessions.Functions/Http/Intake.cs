using ArgaliConcessions.Functions.Spreadsheets;

namespace ArgaliConcessions.Functions.Http;

/// <summary>What a route takes in: the largest body, its media types, and whether an Idempotency-Key is asked for.</summary>
/// <param name="MaxBytes">Past this the answer is 413.</param>
/// <param name="MediaTypes">What the body may be; anything else is 415.</param>
/// <param name="KeyRequired">Whether a call without <c>Idempotency-Key</c> is 428.</param>
public sealed record Intake(int MaxBytes, IReadOnlyList<string> MediaTypes, bool KeyRequired = false)
{
    internal const string FormType = "application/x-www-form-urlencoded";
    internal const string UploadType = "multipart/form-data";
    private const int Mebibyte = 1024 * 1024;
    private static readonly string[] JsonTypes = ["application/json", "application/geo+json"];
    private static readonly string[] TableTypes = [.. JsonTypes, "text/csv", WorkbookWriter.MediaType];

    private static readonly string[] ZoneFileTypes = [.. JsonTypes, "application/zip", "application/vnd.google-earth.kml+xml"];

    /// <summary>The largest body of any route: 32 MiB. Hosts let this much through.</summary>
    public const int LargestBody = 32 * Mebibyte;

    /// <summary>One JSON document of at most 1 MiB; the default.</summary>
    public static Intake Json { get; } = new(Mebibyte, JsonTypes);

    /// <summary>A JSON document that makes something new each time it is sent: needs an Idempotency-Key.</summary>
    public static Intake Creation { get; } = new(Mebibyte, JsonTypes, KeyRequired: true);

    /// <summary>One big JSON or GeoJSON document (a detailed boundary), at most 32 MiB.</summary>
    public static Intake LargeJson { get; } = new(LargestBody, JsonTypes);

    /// <summary>A list to import, JSON, CSV or an Excel workbook, at most 32 MiB.</summary>
    public static Intake Import { get; } = new(LargestBody, TableTypes, KeyRequired: true);

    /// <summary>Zones to import: GeoJSON, a zipped shapefile or KML, at most 32 MiB.</summary>
    public static Intake ZoneFile { get; } = new(LargestBody, ZoneFileTypes, KeyRequired: true);

    /// <summary>What a browser sends of a form, at most 256 KiB.</summary>
    public static Intake Form { get; } = new(Mebibyte / 4, [FormType]);

    /// <summary>A form with a file in it; all together at most 32 MiB.</summary>
    public static Intake Upload { get; } = new(LargestBody, [UploadType]);

    /// <summary>No body is looked at, whatever it is: for the answer that nothing is here.</summary>
    internal static Intake Anything { get; } = new(0, []);
}
