using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;

namespace ArgaliConcessions.Functions.Http.Tokens;

/// <summary>The deployment's signing key where settings hold it, rather than a file: all instances sign with the same one.</summary>
public sealed class SigningOptions : IValidatableObject
{
    /// <summary>The section of the configuration that these are read from.</summary>
    public const string SectionName = "Signing";

    /// <summary>A P-256 private key as PEM (PKCS#8, RFC 5958); line ends may be missing. Who knows it can sign links, and tokens where no issuer is set.</summary>
    /// <value>None: it must be set, from a vault.</value>
    [Required]
    public string Key { get; set; } = "";

    /// <summary>Keys of before, as PEM one after the other: what they have signed holds until it expires, and nothing new is signed with them.</summary>
    /// <value>None.</value>
    public string? PreviousKeys { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // A vault reference that the platform could not follow arrives as its own text.
        if (Key.StartsWith('@') || PreviousKeys?.StartsWith('@') is true)
            yield return new ValidationResult($"{SectionName} holds a vault reference that was not followed: check that the identity may read the secret.", [nameof(Key), nameof(PreviousKeys)]);
        else if (!AreReadable(Key, null)) yield return new ValidationResult($"{SectionName}:{nameof(Key)} is not a P-256 private key as PEM.", [nameof(Key)]);
        else if (!AreReadable(Key, PreviousKeys)) yield return new ValidationResult($"{SectionName}:{nameof(PreviousKeys)} are not P-256 private keys as PEM.", [nameof(PreviousKeys)]);
    }

    private static bool AreReadable(string key, string? previous)
    {
        try
        {
            PemKeys.ReadCurrent(key, previous).Dispose();
            return true;
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            return false;
        }
    }
}
