namespace ArgaliConcessions.Functions.Http.Responses;

/// <summary>Something whose answer carries a link to what follows.</summary>
public interface ILinked
{
    string? Next { get; }
}

/// <summary>One page of a list: the items and, when more follow, the address of the next page (also in the Link header).</summary>
public sealed record Listing<T>(IReadOnlyList<T> Items, string? Next) : ILinked;
