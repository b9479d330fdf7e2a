using System.Text;
using System.Text.Json;

namespace ArgaliConcessions.Functions.Http.Bodies;

/// <summary>
/// Walks a body once before it is read: finds where it stops being JSON, or grows too deep, and says the place as a
/// JSON pointer, which the parser's own exception cannot.
/// </summary>
internal sealed class JsonScan
{
    /// <summary>How deep objects and arrays may nest.</summary>
    public const int MaxDepth = 32;

    private readonly Stack<Place> _places = new();

    private JsonScan()
    {
    }

    /// <summary>A body, with or without a byte order mark, as a document that the caller disposes of; null where it has faults, or there are some already.</summary>
    public static JsonDocument? Open(ReadOnlyMemory<byte> body, Faults faults)
    {
        if (body.Span.StartsWith("\uFEFF"u8)) body = body[3..];
        if (body.IsEmpty) faults.AddAt("", "body-missing");
        else Check(body.Span, faults);
        return faults.Any ? null : JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MaxDepth + 1 });
    }

    /// <summary>Adds the fault that makes the body unreadable, if there is one.</summary>
    public static void Check(ReadOnlySpan<byte> body, Faults faults)
    {
        var scan = new JsonScan();
        // One level more than is allowed, so that we meet the depth ourselves and can tell it from bad syntax.
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth + 1 });
        try
        {
            while (reader.Read())
            {
                if (!scan.Follow(ref reader, faults)) return;
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            var place = broken as JsonException;
            faults.AddAt(scan.Pointer(), "malformed-json", ("line", (place?.LineNumber ?? 0) + 1), ("byte", (place?.BytePositionInLine ?? 0) + 1));
        }
    }

    private bool Follow(ref Utf8JsonReader reader, Faults faults)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _places.Peek().Name = reader.GetString();
                return true;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _places.Pop();
                return true;
        }

        if (_places.TryPeek(out var parent) && parent.IsArray) parent.Index++;
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray)) return true;
        if (_places.Count >= MaxDepth)
        {
            faults.AddAt(Pointer(), "too-deep", ("max", MaxDepth));
            return false;
        }

        _places.Push(new Place(reader.TokenType == JsonTokenType.StartArray));
        return true;
    }

    private string Pointer()
    {
        var pointer = new StringBuilder();
        foreach (var place in _places.Reverse())
        {
            if (place.IsArray && place.Index >= 0) pointer.Append('/').Append(place.Index);
            else if (place.Name is { } name) pointer.Append('/').Append(JsonPointer.Escape(name));
        }

        return pointer.ToString();
    }

    private sealed class Place(bool isArray)
    {
        public bool IsArray { get; } = isArray;

        public int Index { get; set; } = -1;

        public string? Name { get; set; }
    }
}
