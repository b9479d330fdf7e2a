using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Stands for the class of the same name in Azure.Data.Tables: retries, transport and version of the protocol.</summary>
public class TableClientOptions : ClientOptions
{
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06) => VersionHeader = serviceVersion switch
    {
        ServiceVersion.V2019_02_02 => "2019-02-02",
        ServiceVersion.V2020_12_06 => "2020-12-06",
        _ => throw new ArgumentOutOfRangeException(nameof(serviceVersion), serviceVersion, "No version of the Table service that is known here."),
    };

    /// <summary>The value of <c>x-ms-version</c>.</summary>
    internal string VersionHeader { get; }

    /// <summary>Stands for the enumeration of the same name in Azure.Data.Tables. Versions of the protocol.</summary>
    public enum ServiceVersion
    {
        V2019_02_02 = 1,
        V2020_12_06 = 2,
    }
}
