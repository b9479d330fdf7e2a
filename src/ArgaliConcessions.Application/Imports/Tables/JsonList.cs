using System.Collections.Immutable;
using System.Text.Json;

namespace ArgaliConcessions.Application.Imports.Tables;

/// <summary>Reads a list as a JSON array of flat objects, or an object whose one member is such an array; members are named as columns.</summary>
public static class JsonList
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 8 };

    public static ListTable Read(ReadOnlyMemory<byte> bytes, ColumnMatcher columns)
    {
        var reading = new Reading(columns);
        try
        {
            using var document = JsonDocument.Parse(bytes, Options);
            reading.ReadAll(document.RootElement);
        }
        catch (JsonException e)
        {
            reading.Faults.Add(new ListFault((int)Math.Min(int.MaxValue, (e.LineNumber ?? 0) + 1), null, "bad-json"));
        }

        return new ListTable("json", "utf-8", reading.Rows.ToImmutable(), [.. reading.Ignored.Order(StringComparer.Ordinal)], reading.Faults.ToImmutable())
        {
            Layout = reading.Layout,
        };
    }

    private sealed class Reading(ColumnMatcher columns)
    {
        public ImmutableArray<ListRow>.Builder Rows { get; } = ImmutableArray.CreateBuilder<ListRow>();

        public HashSet<string> Ignored { get; } = new(StringComparer.Ordinal);

        public ImmutableArray<ListFault>.Builder Faults { get; } = ImmutableArray.CreateBuilder<ListFault>();

        /// <summary>The members in the order in which they were first met; null while the rows as they were sent are not asked for.</summary>
        private readonly Dictionary<string, LaidColumn>? _members = columns.KeepsSent ? new(StringComparer.Ordinal) : null;

        /// <summary>An array of objects has no columns in any order: its faults are told by name alone.</summary>
        public ListLayout Layout => new(null, _members is null ? [] : [.. _members.Values]) { HasLetters = false };

        public void ReadAll(JsonElement root)
        {
            if (ArrayIn(root) is not { } array) Faults.Add(new ListFault(0, null, "not-a-list"));
            else if (array.GetArrayLength() == 0) Faults.Add(new ListFault(0, null, "empty-file"));
            else if (array.GetArrayLength() > ListTable.MaxRows) Faults.Add(new ListFault(0, null, "too-many-rows"));
            else
            {
                foreach (var (item, index) in array.EnumerateArray().Select((item, index) => (item, index))) ReadRow(index + 1, item);
            }
        }

        private static JsonElement? ArrayIn(JsonElement root)
        {
            if (root.ValueKind == JsonValueKind.Array) return root;
            if (root.ValueKind != JsonValueKind.Object) return null;
            var members = root.EnumerateObject().ToList();
            return members is [{ Value.ValueKind: JsonValueKind.Array } only] ? only.Value : null;
        }

        private void ReadRow(int line, JsonElement item)
        {
            if (item.ValueKind != JsonValueKind.Object)
            {
                Faults.Add(new ListFault(line, null, "not-an-object"));
                return;
            }

            var byName = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var member in item.EnumerateObject()) ReadCell(line, member, byName);
            Faults.AddRange(columns.MissingFrom(byName.Keys).Select(n => new ListFault(line, n, "required")));
            Rows.Add(new ListRow(line, columns.Finish(byName)) { Sent = _members is null ? [] : Sent(item, _members) });
        }

        private List<string> Sent(JsonElement item, Dictionary<string, LaidColumn> members)
        {
            var sent = new List<string>();
            foreach (var member in item.EnumerateObject())
            {
                if (!members.TryGetValue(member.Name, out var column))
                {
                    if (members.Count >= LaidColumn.Most) continue;
                    members[member.Name] = column = new LaidColumn(members.Count, member.Name, columns.Canonical(member.Name));
                }

                while (sent.Count <= column.Index) sent.Add("");
                sent[column.Index] = TextOf(member.Value) ?? "";
            }

            return sent;
        }

        private void ReadCell(int line, JsonProperty member, Dictionary<string, string> byName)
        {
            if (columns.Canonical(member.Name) is not { } name)
            {
                if (!columns.PassesOver(member.Name)) Ignored.Add(member.Name.Length > 100 ? member.Name[..100] : member.Name);
                return;
            }

            if (TextOf(member.Value) is not { } text) Faults.Add(new ListFault(line, name, "unreadable-cell"));
            else if (text.Length > 0 && !byName.TryAdd(name, text)) Faults.Add(new ListFault(line, name, "column-twice"));
        }

        /// <summary>The cell as text; null when it is no plain value or not readable.</summary>
        private static string? TextOf(JsonElement value)
        {
            var text = value.ValueKind switch
            {
                JsonValueKind.String => StringOf(value),
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
                JsonValueKind.Null => "",
                JsonValueKind.Array when value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String) =>
                    string.Join('|', value.EnumerateArray().Select(v => StringOf(v) ?? "\0")),
                _ => null,
            };
            return text is null || text.Length > ListTable.MaxCell || text.Any(char.IsControl) ? null : text.Trim();
        }

        private static string? StringOf(JsonElement value)
        {
            try
            {
                return value.GetString();
            }
            catch (InvalidOperationException)
            {
                // An unpaired surrogate escape cannot become text.
                return null;
            }
        }
    }
}
