using System.Security.Cryptography;

namespace ArgaliConcessions.Application.Records;

/// <summary>Ids from the machine's cryptographic source.</summary>
public sealed class RandomIds : IIdSource
{
    private const int Length = 26;

    /// <inheritdoc/>
    public string NewId() => RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz234567", Length);
}
