namespace ArgaliConcessions.Functions.Http.Responses;

/// <summary>A body whose media type is <c>application/geo+json</c> (RFC 7946).</summary>
public interface IGeoJson
{
    string Type { get; }
}
