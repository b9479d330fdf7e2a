using System.Security.Cryptography;
using System.Text;

namespace ArgaliConcessions.Application.Imports;

/// <summary>Who keeps a list: its rows are known again by this name, so the same list must come under the same name.</summary>
/// <param name="Name">1 to 100 characters.</param>
public sealed record ListSource(string Name)
{
    /// <summary>How records that came from it are signed.</summary>
    public string By => $"import:{Name}";

    /// <summary>Names the partition of the source's ledgers.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Name)))[..32];
}
