namespace Azure.Data.Tables.Rest;

/// <summary>Stands for what Azure.Data.Tables does inside: the answer when there is no such row.</summary>
internal sealed class NoValue<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException($"Status {response.Status}: there is no value.");

    public override Response GetRawResponse() => response;
}
