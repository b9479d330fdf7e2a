using System.Text.Json.Nodes;

namespace ArgaliConcessions.Functions.Tests.Demo;

/// <summary>Writes what a register answers as the lists that make such a register.</summary>
internal static class RegisterLists
{
    /// <param name="ask">Asks the register; its answer as JSON.</param>
    /// <returns>Kind and list, in the order of import.</returns>
    public static async Task<IReadOnlyList<(string Kind, string List)>> WriteAsync(Func<string, Task<JsonNode?>> ask)
    {
        var (concessions, seasons, lines, quotas) = (new List<Row>(), new List<Row>(), new List<Row>(), new List<Row>());
        var years = await ItemsAsync(ask, "years");
        foreach (var year in years) quotas.AddRange((await ItemsAsync(ask, $"quotas/{year["id"]}")).Select(National));
        foreach (var concession in await ItemsAsync(ask, "concessions?limit=1000"))
        {
            concessions.AddRange(Concession(concession));
            seasons.AddRange(await SeasonsAsync(ask, (string)concession["id"]!));
            foreach (var year in years) lines.AddRange((await ItemsAsync(ask, $"concessions/{concession["id"]}/quotas/{year["id"]}")).SelectMany(Line));
        }

        return [("concessions", Csv(concessions)), ("seasons", Csv(seasons)), ("quotas", Csv([.. quotas, .. lines]))];
    }

    private static IEnumerable<Row> Concession(JsonNode c)
    {
        var parts = Math.Max(1, Math.Max(c["holders"]!.AsArray().Count, c["status"]!.AsArray().Count));
        for (var i = 0; i < parts; i++)
        {
            var row = new Row().With("concession", c["id"]);
            if (i == 0)
            {
                row.With("code", c["code"]).Names("name", c["names"]).With("region", c["region"]).With("timeZone", c["timeZone"]).With("tenureFrom", c["tenure"]!["from"])
                    .With("tenureTo", c["tenure"]!["to"]).With("succeeds", string.Join('|', c["succeeds"]!.AsArray().Select(s => (string)s!))).Act("basis", c["basis"]);
            }

            if (i < c["holders"]!.AsArray().Count && c["holders"]![i] is { } holder)
            {
                row.With("holder", holder["id"]).Names("holder", holder["names"]).With("holderFrom", holder["from"]).With("holderTo", holder["to"]).Act("holderBasis", holder["basis"]);
            }

            if (i < c["status"]!.AsArray().Count && c["status"]![i] is { } status)
            {
                row.With("status", status["status"]).With("statusFrom", status["from"]).Act("statusBasis", status["basis"]);
            }

            yield return row;
        }
    }

    private static async Task<IEnumerable<Row>> SeasonsAsync(Func<string, Task<JsonNode?>> ask, string concession)
    {
        var rows = new List<Row>();
        var ids = new List<string>();
        foreach (var year in Enumerable.Range(2010, 8)) ids.AddRange((await ItemsAsync(ask, $"concessions/{concession}/seasons?on={year}-09-01")).Select(s => (string)s["season"]!));
        foreach (var id in ids.Distinct())
        {
            var address = $"concessions/{concession}/seasons/{id}";
            foreach (var version in (await ask($"{address}?on=2015-09-01"))!["versions"]!.AsArray())
            {
                var season = (await ask($"{address}?on={version!["validFrom"]}"))!;
                rows.Add(new Row().With("concession", concession).With("season", id).With("taxon", season["taxon"]).With("validFrom", season["validFrom"])
                    .With("validTo", version["validTo"]).With("windows", string.Join("; ", season["windows"]!.AsArray().Select(w => $"{Day(w!["from"])}..{Day(w["to"])}"))).Act("basis", season["basis"]));
            }
        }

        return rows;
    }

    private static Row National(JsonNode quota) => new Row().With("year", quota["year"]).With("taxon", quota["taxon"]).With("animals", quota["animals"])
        .With("aboveCeilingReason", quota["aboveCeilingReason"]).With("acceptOverAllocation", quota["acceptOverAllocation"]).Act("basis", quota["basis"]);

    private static IEnumerable<Row> Line(JsonNode line)
    {
        Row Key() => new Row().With("concession", line["concession"]).With("year", line["year"]).With("line", line["line"]);
        yield return Key().With("taxon", line["taxon"]).With("sex", line["sex"]).With("minimumAgeYears", line["minimumAgeYears"]).With("purpose", line["purpose"])
            .With("animals", line["animals"]).With("aboveCeilingReason", line["aboveCeilingReason"]).Act("basis", line["basis"]);
        foreach (var outfitter in line["outfitters"]?.AsArray() ?? []) yield return Key().With("outfitter", outfitter!["id"]).Names("outfitter", outfitter["names"]);
    }

    private static async Task<IReadOnlyList<JsonNode>> ItemsAsync(Func<string, Task<JsonNode?>> ask, string path) => [.. (await ask(path))!["items"]!.AsArray().OfType<JsonNode>()];

    private static string Day(JsonNode? day) => ((string)day!).TrimStart('-');

    private static string Csv(IReadOnlyList<Row> rows)
    {
        var columns = rows.SelectMany(r => r.Cells.Keys).Distinct().ToList();
        return string.Join(',', columns) + "\r\n" + string.Concat(rows.Select(r => string.Join(',', columns.Select(c => Cell(r.Cells.GetValueOrDefault(c, "")))) + "\r\n"));
    }

    private static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private sealed class Row
    {
        public Dictionary<string, string> Cells { get; } = new(StringComparer.Ordinal);

        public Row With(string column, JsonNode? value) => With(column, value?.ToString() ?? "");

        public Row With(string column, string text)
        {
            if (text.Length > 0) Cells[column] = text;
            return this;
        }

        public Row Names(string column, JsonNode? names)
        {
            foreach (var (tag, name) in names!.AsObject()) With(column + char.ToUpperInvariant(tag[0]) + tag[1..], name);
            return this;
        }

        public Row Act(string column, JsonNode? act) =>
            act is null ? this : With($"{column}Title", act["title"]).With($"{column}Number", act["number"]).With($"{column}PublishedOn", act["publishedOn"]).With($"{column}Url", act["url"]);
    }
}
