using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Application.Imports;

/// <summary>Hands a list that was found sound to the job that applies it.</summary>
public sealed class ImportStart(JobStore jobs, JobInput input)
{
    public async Task<Outcome<ImportAnswer>> AcceptAsync(string kind, ImportRequest request, ImportPreview preview, CancellationToken cancellationToken)
    {
        if (await jobs.FindByKeyAsync(request.Key, cancellationToken) is { } known) return Answer(known, preview);
        var id = jobs.NewId();
        await input.WriteAsync(id, new MemoryStream(request.File.Bytes.ToArray(), writable: false), long.MaxValue, cancellationToken);
        var arguments = System.Text.Encoding.UTF8.GetString(RecordJson.Write(new ImportArguments(request.Source.Name, request.File.Sheet, request.File.Mapping)));
        return Answer(await jobs.CreateAsync(new NewJob(kind, request.By, arguments, id, request.Key), cancellationToken), preview);
    }

    private static Outcome<ImportAnswer> Answer(JobCreation creation, ImportPreview preview) => creation.Status switch
    {
        JobCreationStatus.OtherRequest => Refusal.Because(RefusalKind.KeyReused, "idempotency-key-reused"),
        JobCreationStatus.Unknown => Refusal.Busy,
        _ => new Outcome<ImportAnswer>.Done(new ImportAnswer(preview, creation.JobId)),
    };
}
