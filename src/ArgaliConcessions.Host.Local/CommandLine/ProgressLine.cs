using ArgaliConcessions.Functions.Wording;
using ArgaliConcessions.Storage.Archive;

namespace ArgaliConcessions.Host.Local.CommandLine;

/// <summary>Says on standard error how far a long command has come: at each new step, and then every second.</summary>
internal sealed class ProgressLine(TextWriter errors, Texts texts, TimeProvider time)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private readonly Lock _entry = new();
    private ArchiveStep? _step;
    private long _since;

    public void Show(ArchiveProgress progress)
    {
        lock (_entry)
        {
            if (_step == progress.Step && time.GetElapsedTime(_since) < Every) return;
            (_step, _since) = (progress.Step, time.GetTimestamp());
            errors.WriteLine(texts.Format(KeyOf(progress.Step), ("rows", progress.Rows)));
        }
    }

    private static string KeyOf(ArchiveStep step) => step switch
    {
        ArchiveStep.Writing => "archive.writing",
        ArchiveStep.Checking => "archive.checking",
        ArchiveStep.Importing => "archive.importing",
        _ => "archive.comparing",
    };
}
