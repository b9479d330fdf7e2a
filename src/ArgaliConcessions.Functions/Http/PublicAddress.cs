namespace ArgaliConcessions.Functions.Http;

/// <summary>Whole addresses of this service, for what leaves it: links, codes on paper.</summary>
public sealed class PublicAddress(AddressOptions address, ApiOptions api)
{
    /// <summary>The address of a route below the prefix: <c>https://permits.example.org/api/compliance/reports/latest</c>.</summary>
    public string Of(Call call, string route)
    {
        if (address.PublicAddress.Length == 0) return $"{call.Request.Scheme}://{call.Request.Host}{call.Address(route)}";
        return $"{address.PublicAddress.TrimEnd('/')}{(api.RoutePrefix.Length == 0 ? "" : "/" + api.RoutePrefix)}/{route}";
    }
}
