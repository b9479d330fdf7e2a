#nullable disable // The real signatures say nothing of null.

using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>Stands for the class of the same name in Azure.Data.Tables: the service refused a transaction, and none of it was done.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    /// <summary>The entry of <see cref="Exception.Data"/> that holds the index, as text.</summary>
    internal const string IndexKey = "FailedEntity";

    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(requestFailedException.Status, requestFailedException.Message, requestFailedException.ErrorCode, requestFailedException.InnerException)
    {
        foreach (var key in requestFailedException.Data.Keys) Data[key] = requestFailedException.Data[key];
        if (int.TryParse(Data[IndexKey] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var index)) FailedTransactionActionIndex = index;
    }

    /// <summary>Place of the change that was refused, from 0; null when the service did not say.</summary>
    public int? FailedTransactionActionIndex { get; }
}
