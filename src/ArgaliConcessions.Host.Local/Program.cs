using ArgaliConcessions.Host.Local.CommandLine;

using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The server ends what is under way first; a second Ctrl-C ends the process at once.
    pressed.Cancel = !stopping.IsCancellationRequested;
    stopping.Cancel();
};
return await new Commands(Console.Out, Console.Error, TimeProvider.System, ConsoleLanguage.Of(Environment.GetEnvironmentVariable)).RunAsync(args, stopping.Token);
