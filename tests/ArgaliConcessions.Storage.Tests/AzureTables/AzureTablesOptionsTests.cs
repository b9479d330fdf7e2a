using System.ComponentModel.DataAnnotations;
using ArgaliConcessions.Storage.AzureTables;

namespace ArgaliConcessions.Storage.Tests.AzureTables;

public sealed class AzureTablesOptionsTests
{
    private const string Emulator = "UseDevelopmentStorage=true";

    [Theory]
    [InlineData("https://account.table.core.windows.net", null, "argali", true)]
    [InlineData(null, Emulator, "argali", true)]
    [InlineData(null, "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net", "abc", true)]
    [InlineData(null, null, "argali", false)]
    [InlineData("https://account.table.core.windows.net", Emulator, "argali", false)]
    [InlineData("http://account.table.core.windows.net", null, "argali", false)]
    [InlineData(null, "foo", "argali", false)]
    [InlineData(null, "AccountName=x", "argali", false)]
    [InlineData(null, "AccountKey=secret-key", "argali", false)]
    [InlineData(null, "http://127.0.0.1:9/x", "argali", false)]
    [InlineData(null, Emulator, "my-table", false)]
    [InlineData(null, Emulator, "1abc", false)]
    [InlineData(null, Emulator, "ab", false)]
    public void Options_ByTheirRules_AreAcceptedOrRefused(string? uri, string? connection, string table, bool accepted)
    {
        var options = new AzureTablesOptions { ServiceUri = uri is null ? null : new Uri(uri), ConnectionString = connection, Table = table };
        var told = new List<ValidationResult>();
        Assert.Equal(accepted, Validator.TryValidateObject(options, new ValidationContext(options), told, validateAllProperties: true));
        Assert.DoesNotContain(told, result => result.ErrorMessage!.Contains("secret-key", StringComparison.Ordinal));
    }

    [Fact]
    public void Open_AnAddressWhereNobodyAnswers_SendsNothing() =>
        Assert.NotNull(AzureTablesRecordTable.Open(new() { ConnectionString = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=c2VjcmV0;TableEndpoint=http://127.0.0.1:9/a" }));
}
