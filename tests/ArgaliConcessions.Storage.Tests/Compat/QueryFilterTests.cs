using Azure;
using Azure.Data.Tables;

namespace ArgaliConcessions.Storage.Tests.Compat;

/// <summary>Values in filters, and rows as dictionaries; the same in both builds.</summary>
public sealed class QueryFilterTests
{
    public static TheoryData<object?, string> Literals => new()
    {
        { "it's", "'it''s'" },
        { "' or PartitionKey ne '", "''' or PartitionKey ne '''" },
        { "é☃", "'é☃'" },
        { 42, "42" },
        { 1L << 40, "1099511627776L" },
        { 1.5, "1.5" },
        { true, "true" },
        { null, "null" },
        { new byte[] { 1, 255 }, "X'01FF'" },
        { new Guid("11223344-5566-7788-99aa-bbccddeeff00"), "guid'11223344-5566-7788-99aa-bbccddeeff00'" },
        { new DateTimeOffset(2026, 11, 22, 13, 11, 12, 120, TimeSpan.FromHours(3)), "datetime'2026-11-22T10:11:12.12Z'" },
    };

    [Theory]
    [MemberData(nameof(Literals))]
    public void CreateQueryFilter_AnyValue_IsALiteral(object? value, string literal) =>
        Assert.Equal($"A ge {literal} and B", TableClient.CreateQueryFilter($"A ge {value} and B"));

    [Fact]
    public void CreateQueryFilter_OddType_Throws() => Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {new object()}"));

    [Fact]
    public void TableEntity_KeysAndVersion_AreEntries()
    {
        var row = new TableEntity("p", "r") { ["A"] = 1 };
        row.ETag = new ETag("tag");

        Assert.Equal(["A", "PartitionKey", "RowKey", "odata.etag"], row.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(new ETag("tag"), new TableEntity((IDictionary<string, object>)row).ETag);
        Assert.Null(row["missing"]);
        Assert.Throws<InvalidOperationException>(() => row.GetString("A"));
    }
}
