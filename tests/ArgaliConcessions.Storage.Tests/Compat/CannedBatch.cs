namespace ArgaliConcessions.Storage.Tests.Compat;

/// <summary>Replies to transactions, as the service writes them.</summary>
internal static class CannedBatch
{
    public const string ContentType = "multipart/mixed; boundary=batchresponse_b";

    public static string Of(params string[] responses) =>
        "--batchresponse_b\r\nContent-Type: multipart/mixed; boundary=changesetresponse_c\r\n\r\n"
        + string.Concat(responses.Select(r => "--changesetresponse_c\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n" + r + "\r\n"))
        + "--changesetresponse_c--\r\n--batchresponse_b--\r\n";

    public static string Done(string etag) => $"HTTP/1.1 204 No Content\r\nDataServiceVersion: 1.0;\r\nETag: {etag}\r\n\r\n";

    public static string Refused(int status, string code, string message) =>
        $"HTTP/1.1 {status} Refused\r\nContent-Type: application/json;odata=minimalmetadata\r\n\r\n{CannedService.ErrorBody(code, message)}";
}
