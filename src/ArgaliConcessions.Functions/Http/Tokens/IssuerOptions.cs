using System.ComponentModel.DataAnnotations;

namespace ArgaliConcessions.Functions.Http.Tokens;

/// <summary>The external issuer whose tokens are believed (OpenID Connect). Without one only the deployment's own key signs tokens.</summary>
public sealed class IssuerOptions : IValidatableObject
{
    /// <summary>The section of the configuration that these are read from.</summary>
    public const string SectionName = "Tokens";

    /// <summary>The issuer as tokens name it in <c>iss</c>; its keys are found by <c>/.well-known/openid-configuration</c> below it.</summary>
    /// <value>None. An <c>https</c> address; <c>http</c> on this machine alone.</value>
    public string? Issuer { get; set; }

    /// <summary>What tokens name in <c>aud</c>: this deployment.</summary>
    /// <value>None; needed with an issuer.</value>
    public string? Audience { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(Issuer) != string.IsNullOrEmpty(Audience))
            yield return new ValidationResult($"{SectionName}:{nameof(Issuer)} and {SectionName}:{nameof(Audience)} go together.", [nameof(Issuer), nameof(Audience)]);
        if (!string.IsNullOrEmpty(Issuer) && !(Uri.TryCreate(Issuer, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))))
            yield return new ValidationResult($"{SectionName}:{nameof(Issuer)} must be an https address.", [nameof(Issuer)]);
    }
}
