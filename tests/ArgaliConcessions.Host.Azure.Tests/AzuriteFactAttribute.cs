using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Host.Azure.Tests;

/// <summary>A test whose worker needs a store.</summary>
public sealed class AzuriteFactAttribute : FactAttribute
{
    public AzuriteFactAttribute() => Skip = Azurite.Missing;
}
