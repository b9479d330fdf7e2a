#nullable disable // The real signatures say nothing of null.

namespace Azure.Data.Tables;

/// <summary>Stands for the class of the same name in Azure.Data.Tables: a storage account and its key.</summary>
public class TableSharedKeyCredential
{
    /// <exception cref="FormatException">The key is not base64.</exception>
    public TableSharedKeyCredential(string accountName, string accountKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(accountName);
        ArgumentException.ThrowIfNullOrEmpty(accountKey);
        AccountName = accountName;
        Key = Convert.FromBase64String(accountKey);
    }

    public string AccountName { get; }

    internal byte[] Key { get; }
}
