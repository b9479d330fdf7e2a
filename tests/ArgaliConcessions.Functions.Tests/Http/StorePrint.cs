using System.Security.Cryptography;
using System.Text;
using ArgaliConcessions.Storage;
using ArgaliConcessions.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace ArgaliConcessions.Functions.Tests.Http;

/// <summary>A hash of every row of a host's store, and how many there are: equal before and after means that nothing was written.</summary>
public static class StorePrint
{
    public static async Task<(long Rows, string Hash)> OfAsync(LocalHost host)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long rows = 0;
        await foreach (var (partition, record) in WholeStore.ReadAsync(host.Services.GetRequiredService<IRecordTable>()))
        {
            rows++;
            hash.AppendData(Encoding.UTF8.GetBytes($"{partition}\n{record.Row}\n{record.Version}\n{string.Join(',', record.Columns.Order())}\n"));
            hash.AppendData(record.Payload.Span);
        }

        return (rows, Convert.ToHexString(hash.GetHashAndReset()));
    }
}
