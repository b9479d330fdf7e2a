using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Http.Tokens;
using ArgaliConcessions.Functions.Spreadsheets;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Http;

/// <summary>What a caller is told of an exception: never its text.</summary>
internal static class Failures
{
    public static Problem Problem(Exception failure) => failure switch
    {
        RecordStoreException broken => new Problem(StatusCodes.Status503ServiceUnavailable, "store-unavailable") { RetryAfter = broken.RetryAfter ?? TimeSpan.FromSeconds(5) },
        IssuerUnreachableException => new Problem(StatusCodes.Status503ServiceUnavailable, "issuer-unreachable") { RetryAfter = TimeSpan.FromSeconds(10) },
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new Problem(StatusCodes.Status413PayloadTooLarge, "body-too-large") { Args = new Dictionary<string, object?> { ["max"] = Intake.LargestBody } },
        BadHttpRequestException { StatusCode: >= 400 and < 500 } bad => new Problem(bad.StatusCode, "bad-request"),
        ListTooLongException list => new Problem(StatusCodes.Status413PayloadTooLarge, "list-too-long") { Args = new Dictionary<string, object?> { ["max"] = list.Most } },
        _ => new Problem(StatusCodes.Status500InternalServerError, "internal-error"),
    };
}
