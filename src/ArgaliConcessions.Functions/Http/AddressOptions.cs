using System.ComponentModel.DataAnnotations;

namespace ArgaliConcessions.Functions.Http;

/// <summary>Where people find the service.</summary>
public sealed class AddressOptions : IValidatableObject
{
    /// <summary>The section of the configuration that these are read from.</summary>
    public const string SectionName = "Api";

    /// <summary>The longest address: a code of squares on a paper must stay readable.</summary>
    private const int Longest = 120;

    /// <summary>
    /// What stands before the prefix of the routes in an address that is printed or sent: <c>https://permits.example.org</c>. Behind a
    /// gateway the service does not know it, and what a request says of its host may be anybody's word.
    /// </summary>
    /// <value>None: scheme and host of the request.</value>
    public string PublicAddress { get; set; } = "";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PublicAddress.Length > 0 && !IsAddress(PublicAddress))
            yield return new ValidationResult($"{SectionName}:{nameof(PublicAddress)} is not an http or https address without query, of {Longest} characters at most.", [nameof(PublicAddress)]);
    }

    private static bool IsAddress(string text) =>
        text.Length <= Longest && Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0;
}
