using System.Globalization;
using System.Reflection;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Functions.Wording;
using ArgaliConcessions.Host.Local.Serving;
using ArgaliConcessions.Storage.Archive;
using ArgaliConcessions.Storage.Sqlite;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ArgaliConcessions.Host.Local.CommandLine;

/// <summary>Carries out <c>export</c> and <c>import</c>.</summary>
internal sealed class ArchiveCommands(TextWriter output, TextWriter errors, TimeProvider time, Texts texts)
{
    private static readonly string Program =
        typeof(ArchiveCommands).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private readonly ProgressLine _progress = new(errors, texts, time);

    /// <summary>Settings that outrank files and environment, for tests.</summary>
    public IReadOnlyDictionary<string, string?> Overrides { get; init; } = new Dictionary<string, string?>();

    public Task<int> ExportAsync(Command.Export export, CancellationToken stopping) => GuardedAsync(export.File, export.DataFolder, stopping, async () =>
    {
        using var store = StoreOnly.Prepare(new LocalSettings(export.DataFolder, 0, time) { Overrides = Overrides });
        // Opening would make an empty store where the folder's name was mistyped.
        if (store.Kind == StoreKind.Sqlite && !File.Exists(Path.Combine(export.DataFolder, "store.db"))) throw new ArchiveException("store-empty");
        var origin = new ArchiveOrigin(Instant.FromDateTimeOffset(time.GetUtcNow()), Program, store.Kind.ToString());
        var made = await new ArchiveExporter(store.Open(time), _progress.Show).RunAsync(export.File, origin, stopping);
        await SayAsync("archive.exported", export.File, made);
    });

    public Task<int> ImportAsync(Command.Import import, CancellationToken stopping) => GuardedAsync(import.File, import.DataFolder, stopping, async () =>
    {
        await using var archive = ArchiveFile.OpenToRead(import.File);
        // Before the store is opened: a damaged archive must not so much as make a data folder.
        var summary = await ArchiveImporter.CheckAsync(archive, _progress.Show, stopping);
        using var store = StoreOnly.Prepare(new LocalSettings(import.DataFolder, 0, time) { Overrides = Overrides });
        await new ArchiveImporter(store.Open(time), _progress.Show).RunAsync(archive, summary, stopping);
        await SayAsync("archive.imported", import.File, summary);
    });

    private async Task<int> GuardedAsync(string file, string dataFolder, CancellationToken stopping, Func<Task> work)
    {
        try
        {
            await work();
            return ExitCodes.Ok;
        }
        catch (ArchiveException fault)
        {
            var key = fault.Line > 0 ? "archive.at-line" : "archive.refused";
            var cause = texts.Format($"archive.{fault.Code}", ("detail", fault.Detail));
            return await ComplainAsync(ExitCodes.Archive, key, ("file", file), ("line", fault.Line.ToString(CultureInfo.InvariantCulture)), ("cause", cause));
        }
        catch (DataFolderInUseException fault)
        {
            return await ComplainAsync(ExitCodes.DataFolder, "cli.data-in-use", ("folder", fault.Folder), ("holder", fault.Holder));
        }
        catch (RecordStoreException fault)
        {
            return await ComplainAsync(ExitCodes.DataFolder, "archive.store-unusable", ("folder", dataFolder), ("cause", fault.Message));
        }
        catch (Exception fault) when (fault is OptionsValidationException or FormatException)
        {
            return await ComplainAsync(ExitCodes.Usage, "archive.setting-wrong", ("cause", fault.Message));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return await ComplainAsync(ExitCodes.Stopped, "archive.stopped");
        }
        catch (IOException fault)
        {
            return await ComplainAsync(ExitCodes.Archive, "archive.refused", ("file", file), ("cause", fault.Message));
        }
    }

    private Task SayAsync(string key, string file, ArchiveSummary summary) => output.WriteLineAsync(texts.Format(
        key, ("file", Path.GetFullPath(file)), ("partitions", summary.Totals.Partitions), ("rows", summary.Totals.Rows), ("bytes", summary.Totals.Bytes), ("hash", summary.Totals.Sha256)));

    private async Task<int> ComplainAsync(int exitCode, string key, params (string Name, object? Value)[] args)
    {
        await errors.WriteLineAsync(texts.Format(key, args));
        return exitCode;
    }
}
