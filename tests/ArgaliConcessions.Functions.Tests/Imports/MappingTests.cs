using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArgaliConcessions.Functions.Tests.Http;
using ArgaliConcessions.Tests.Workbooks;
using NodaTime;

namespace ArgaliConcessions.Functions.Tests.Imports;

/// <summary>Mappings of other people's headers: kept under a name, changed by who has read them, used by lists.</summary>
public sealed class MappingTests(ImportHost host) : IClassFixture<ImportHost>
{
    private const string Book = """
        {"list":"permits","columns":{"Бланк (красный)":"number","Зверь":"taxon","Начало":"from","Конец":"to","Примечание":null},
         "words":{"taxon":{"Памирский архар":"polii"},"sex":{"рогач":"male"}},"fixed":{"concession":"NOR","year":"2014"}}
        """;

    private static byte[] List(string number)
    {
        var workbook = new TestWorkbook();
        workbook.Sheet("Журнал").Row("Бланк (красный)", "ЗВЕРЬ", "Пол", "Начало", "Конец", "Охотник", "Примечание")
            .Row(number, "памирский архар", "Рогач", new LocalDate(2014, 10, 1), new LocalDate(2014, 10, 14), "John Doe", "новый");
        return workbook.Bytes();
    }

    [Fact]
    public async Task Mapping_PutReadAndPutAgain_IsTheSameFile()
    {
        using var made = await host.Authority.PutJsonAsync("imports/mappings/round", Book);
        Assert.Equal((HttpStatusCode.Created, "/api/imports/mappings/round"), (made.StatusCode, made.Headers.Location!.OriginalString));
        using var read = await host.Authority.GetAsync("imports/mappings/round");
        var file = await read.Content.ReadAsStringAsync();
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Book), JsonNode.Parse(file)), file);
        Assert.Equal(made.Headers.ETag, read.Headers.ETag);

        // The same again changes nothing, even without a condition; a change needs what was read.
        await host.Authority.PutJsonAsync("imports/mappings/round", file).JsonAsync(HttpStatusCode.OK);
        var other = Book.Replace("\"male\"", "\"any\"", StringComparison.Ordinal);
        await host.Authority.PutJsonAsync("imports/mappings/round", other).ProblemAsync(HttpStatusCode.PreconditionRequired, "precondition-required");
        using var changed = await host.Authority.PutJsonAsync("imports/mappings/round", other, read.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        await host.Authority.PutJsonAsync("imports/mappings/round", Book, read.Headers.ETag!.Tag).ProblemAsync(HttpStatusCode.PreconditionFailed, "precondition-failed");
        var entry = (await host.Authority.GetAsync("imports/mappings").JsonAsync(HttpStatusCode.OK)).GetProperty("items").EnumerateArray().Single(m => m.GetProperty("id").GetString() == "round");
        Assert.Equal(("permits", 2), (entry.GetProperty("list").GetString(), entry.GetProperty("revision").GetInt32()));
    }

    [Fact]
    public async Task Import_WithAMapping_ReadsWhatItCouldNot()
    {
        await host.Authority.PutJsonAsync("imports/mappings/journal", Book).JsonAsync(HttpStatusCode.Created);
        var without = await host.SendAsync("imports/permits?source=journal&dryRun=true", List("M-1")).JsonAsync(HttpStatusCode.OK);
        Assert.Contains("list-column-missing", without.GetProperty("faults").EnumerateArray().Select(f => f.GetProperty("code").GetString()));

        var tried = await host.SendAsync("imports/permits?source=journal&dryRun=true&mapping=journal", List("M-1")).JsonAsync(HttpStatusCode.OK);
        Assert.Equal((0, 0), (tried.GetProperty("faultCount").GetInt32(), tried.GetProperty("ignoredColumns").GetArrayLength()));

        // The job reads the list as it was handed in, whatever becomes of the mapping.
        using var sent = await host.SendAsync("imports/permits?source=journal&mapping=journal", List("M-1"));
        Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
        await host.Authority.PutJsonAsync("imports/mappings/journal", """{"list":"permits"}""", "*").JsonAsync(HttpStatusCode.OK);
        var (_, answer) = await host.ImportAsync("imports/permits?source=other", SmallList());
        Assert.Equal("done", answer.GetProperty("state").GetString());
        var items = (await host.Authority.GetAsync("permits?paperNumber=M-1").JsonAsync(HttpStatusCode.OK)).GetProperty("items");
        Assert.Equal("polii", Assert.Single(items.EnumerateArray()).GetProperty("animal").GetProperty("taxon").GetString());
    }

    [Fact]
    public async Task Import_WithAMappingThatIsNotThereOrForAnotherList_IsRefused()
    {
        await host.Authority.PutJsonAsync("imports/mappings/takes", """{"list":"harvests","columns":{"Когда":"on"}}""").JsonAsync(HttpStatusCode.Created);
        foreach (var (mapping, code) in new[] { ("nowhere", "mapping-unknown"), ("takes", "mapping-of-other-list"), ("No%20id", "bad-id") })
        {
            var problem = await host.SendAsync($"imports/permits?source=x&mapping={mapping}", List("1")).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
            Assert.Equal([$"mapping {code}"], problem.Errors());
        }

        await host.Authority.GetAsync("imports/mappings/nowhere").ProblemAsync(HttpStatusCode.NotFound, "mapping-not-found");
    }

    [Theory]
    [InlineData("""{"list":"unicorns"}""", "/list list-kind-unknown")]
    [InlineData("""{"list":"permits","columns":{"A":"nothing"}}""", "/columns/A column-unknown")]
    [InlineData("""{"list":"permits","columns":{"--":"number"}}""", "/columns/-- header-without-letters")]
    [InlineData("""{"list":"permits","columns":{"A 1":"number","a-1":"tag"}}""", "/columns/a-1 header-twice")]
    [InlineData("""{"list":"permits","words":{"sex":{"рогач":"ram?"}}}""", "/words/sex/рогач word-unknown")]
    [InlineData("""{"list":"permits","words":{"nothing":{"a":"b"}}}""", "/words/nothing column-unknown")]
    [InlineData("""{"list":"permits","fixed":{"nothing":"a"}}""", "/fixed/nothing column-unknown")]
    [InlineData("""{"list":"permits","columns":{"a/b~c":7}}""", "/columns/a~1b~0c wrong-type")]
    [InlineData("""{"list":"permits","columns":[]}""", "/columns wrong-type")]
    public async Task Mapping_ThatLeadsNowhere_IsRefusedWithItsPlace(string body, string error)
    {
        var problem = await host.Authority.PutJsonAsync("imports/mappings/bad", body).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Equal([error], problem.Errors());
    }

    [Fact]
    public async Task Mapping_TooLarge_IsRefused()
    {
        var columns = new JsonObject(Enumerable.Range(0, 200).Select(i => KeyValuePair.Create($"{new string('x', 150)}{i}", (JsonNode?)"number")));
        var body = new JsonObject { ["list"] = "permits", ["columns"] = columns };
        var problem = await host.Authority.PutJsonAsync("imports/mappings/large", body.ToJsonString()).ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Equal([" mapping-too-large"], problem.Errors());
    }

    private static byte[] SmallList()
    {
        var workbook = new TestWorkbook();
        workbook.Sheet().Row("concession", "year", "taxon", "number", "from", "to", "hunter").Row("NOR", 2014, "polii", "M-2", new LocalDate(2014, 10, 1), new LocalDate(2014, 10, 2), "Jane Doe");
        return workbook.Bytes();
    }
}
