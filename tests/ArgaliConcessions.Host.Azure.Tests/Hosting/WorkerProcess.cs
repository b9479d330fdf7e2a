using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace ArgaliConcessions.Host.Azure.Tests.Hosting;

/// <summary>The deployed program as a process, started from the folder it was built into, as the Functions host starts it.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    /// <summary>The folder that would be deployed: the program, <c>host.json</c>, <c>worker.config.json</c>, <c>functions.metadata</c>.</summary>
    public static string Folder { get; } = Path.GetDirectoryName(typeof(WorkerProcess).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "WorkerAssembly").Value!)!;

    /// <summary>Ends when the process has.</summary>
    public Task Exited => _process.WaitForExitAsync();

    public int ExitCode => _process.ExitCode;

    /// <param name="host">Where the host listens for gRPC.</param>
    /// <param name="workerId">What the worker is to call itself.</param>
    public static WorkerProcess Start(Uri host, string workerId, WorkerSettings settings, WorkerLog log)
    {
        using var config = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "worker.config.json")));
        var description = config.RootElement.GetProperty("description");
        var start = new ProcessStartInfo(description.GetProperty("defaultExecutablePath").GetString()!)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(Folder, description.GetProperty("defaultWorkerPath").GetString()!));
        foreach (var argument in Arguments(host, workerId)) start.ArgumentList.Add(argument);
        foreach (var (name, value) in Variables().Concat(settings.Variables)) start.Environment[name] = value;
        return Start(start, log);
    }

    /// <summary>Kills it unless it has ended.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= Kill;
        Kill(this, EventArgs.Empty);
        _process.Dispose();
    }

    private static WorkerProcess Start(ProcessStartInfo start, WorkerLog log)
    {
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => log.Add("out", line.Data);
        process.ErrorDataReceived += (_, line) => log.Add("err", line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var worker = new WorkerProcess(process);
        AppDomain.CurrentDomain.ProcessExit += worker.Kill;
        return worker;
    }

    // The host passes each twice, for workers older and newer.
    private static string[] Arguments(Uri host, string workerId) =>
    [
        "--host", host.Host, "--port", $"{host.Port}", "--workerId", workerId, "--requestId", workerId, "--grpcMaxMessageLength", $"{int.MaxValue}",
        "--functions-uri", host.AbsoluteUri, "--functions-worker-id", workerId, "--functions-request-id", workerId,
        "--functions-grpc-max-message-length", $"{int.MaxValue}",
    ];

    private static IEnumerable<KeyValuePair<string, string>> Variables() =>
    [
        new("FUNCTIONS_WORKER_RUNTIME", "dotnet-isolated"),
        new("FUNCTIONS_WORKER_DIRECTORY", Folder),
        new("FUNCTIONS_APPLICATION_DIRECTORY", Folder),
        new("AzureWebJobsScriptRoot", Folder),
    ];

    private void Kill(object? sender, EventArgs e)
    {
        if (_process.HasExited) return;
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit(TimeSpan.FromSeconds(10));
    }
}
