using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Rest;

/// <summary>Stands for what Azure.Data.Tables does inside: signs each attempt with the account's key (scheme SharedKey of the Table service).</summary>
internal sealed class SharedKeyPolicy : HttpPipelineSynchronousPolicy
{
    private readonly TableSharedKeyCredential _credential;
    private readonly TimeProvider _clock;

    public SharedKeyPolicy(TableSharedKeyCredential credential, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(credential);
        _credential = credential;
        _clock = clock;
    }

    public override void OnSendingRequest(HttpMessage message)
    {
        var request = message.Request;
        // The service refuses a date more than 15 minutes off its own clock, so each attempt has its own.
        request.Headers.SetValue("x-ms-date", _clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture));
        var signature = HMACSHA256.HashData(_credential.Key, Encoding.UTF8.GetBytes(StringToSign(request, _credential.AccountName)));
        request.Headers.SetValue("Authorization", $"SharedKey {_credential.AccountName}:{Convert.ToBase64String(signature)}");
    }

    /// <summary>Method, Content-MD5, Content-Type, date, and the path as it is sent below the account: an emulator's account is there twice.</summary>
    internal static string StringToSign(Request request, string account) =>
        string.Join('\n', request.Method.Method, Header(request, "Content-MD5"), Header(request, "Content-Type"), Header(request, "x-ms-date"),
            $"/{account}{request.Uri.ToUri().AbsolutePath}");

    private static string Header(Request request, string name) => request.Headers.TryGetValue(name, out var value) ? value ?? "" : "";
}
