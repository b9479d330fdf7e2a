using System.Security.Cryptography;
using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Application.Imports.Held;

/// <summary>Gives a held file to whoever handed it in.</summary>
public sealed class FindHeldFile(IRecordStore store, JobInput input, TimeProvider time)
{
    /// <returns>The file, or <c>held-file-not-found</c>: never there, another's, of another kind, or its time is over.</returns>
    /// <exception cref="RecordStoreException">Its bytes are not those that were handed in.</exception>
    public async Task<Outcome<HeldContent>> RunAsync(string id, string kind, string by, CancellationToken cancellationToken)
    {
        var key = HeldFile.KeyOf(id);
        var file = (await store.ReadAsync<HeldFile>(key.Partition, key.Row, cancellationToken))?.Value;
        if (file is null || file.Kind != kind || file.By != by || file.Until <= Instant.FromDateTimeOffset(time.GetUtcNow())) return Refusal.NotFound("held-file");
        await using var stream = await input.ReadAsync(id, cancellationToken);
        if (stream is null) return Refusal.NotFound("held-file");
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        var content = bytes.ToArray();
        if (Convert.ToHexStringLower(SHA256.HashData(content)) != file.Sha256) throw new RecordStoreException($"The bytes of the held file '{id}' have changed.");
        return new Outcome<HeldContent>.Done(new HeldContent(file, content));
    }
}
