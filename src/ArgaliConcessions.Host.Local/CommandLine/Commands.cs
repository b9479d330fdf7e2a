using System.Net.Sockets;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Functions.Http.Tokens;
using ArgaliConcessions.Functions.Wording;
using ArgaliConcessions.Host.Local.Demo;
using ArgaliConcessions.Host.Local.Keys;
using ArgaliConcessions.Host.Local.Serving;
using ArgaliConcessions.Storage.Sqlite;
using Microsoft.Extensions.Options;

namespace ArgaliConcessions.Host.Local.CommandLine;

/// <summary>Carries out what the command line asks for. What is meant for machines goes to standard output, all complaints to standard error.</summary>
internal sealed class Commands(TextWriter output, TextWriter errors, TimeProvider time, Language language)
{
    private readonly Texts _texts = Texts.For(language);

    private ArchiveCommands Archives => new(output, errors, time, _texts);

    /// <summary>The exit code: one of <see cref="ExitCodes"/>.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken stopping)
    {
        try
        {
            return CommandReader.Read(args) switch
            {
                Command.Run run => await ServeAsync(run, stopping),
                Command.Token token => await PrintTokenAsync(token),
                Command.Export export => await Archives.ExportAsync(export, stopping),
                Command.Import import => await Archives.ImportAsync(import, stopping),
                Command.Help => await HelpAsync(),
                Command.Wrong wrong => await ComplainAsync(ExitCodes.Usage, $"cli.{wrong.Code}", ("value", wrong.Value)),
                _ => throw new InvalidOperationException("Unknown command."),
            };
        }
        catch (KeyFileException fault)
        {
            return await ComplainAsync(ExitCodes.DataFolder, $"cli.{fault.Code}", ("file", fault.File), ("cause", fault.InnerException?.Message));
        }
    }

    private async Task<int> ServeAsync(Command.Run run, CancellationToken stopping)
    {
        try
        {
            await using var server = await LocalServer.StartAsync(new LocalSettings(run.DataFolder, run.Port, time), stopping);
            if (run.Demo) await server.Services.GetRequiredService<IDemoLoader>().LoadAsync(output, stopping);
            await new Greeting(output, _texts, time).WriteAsync(server, run.DataFolder);
            await server.WaitAsync(stopping);
            await output.WriteLineAsync(_texts.Format("cli.stopped"));
            return ExitCodes.Ok;
        }
        catch (DataFolderInUseException fault)
        {
            return await ComplainAsync(ExitCodes.DataFolder, "cli.data-in-use", ("folder", fault.Folder), ("holder", fault.Holder));
        }
        catch (OptionsValidationException fault)
        {
            return await ComplainAsync(ExitCodes.Usage, "archive.setting-wrong", ("cause", fault.Message));
        }
        catch (UnfinishedImportException)
        {
            return await ComplainAsync(ExitCodes.DataFolder, "cli.data-half-imported", ("folder", run.DataFolder));
        }
        catch (RecordStoreException fault)
        {
            return await ComplainAsync(ExitCodes.DataFolder, "cli.data-unusable", ("folder", run.DataFolder), ("cause", fault.Message));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await output.WriteLineAsync(_texts.Format("cli.stopped"));
            return ExitCodes.Ok;
        }
        catch (IOException fault) when (LocalServer.IsPortBusy(fault))
        {
            return await ComplainAsync(ExitCodes.Port, "cli.port-busy", ("port", run.Port));
        }
        catch (SocketException fault)
        {
            return await ComplainAsync(ExitCodes.Port, "cli.port-unusable", ("port", run.Port), ("cause", fault.Message));
        }
    }

    private async Task<int> PrintTokenAsync(Command.Token token)
    {
        using var key = KeyFile.Read(token.DataFolder);
        await output.WriteLineAsync(new TokenIssuer(key, time).Issue(token.Role, token.Concessions));
        return ExitCodes.Ok;
    }

    private async Task<int> HelpAsync()
    {
        await output.WriteLineAsync(_texts.Format("cli.help", ("port", Plain(CommandReader.DefaultPort)), ("folder", CommandReader.DefaultDataFolder)));
        return ExitCodes.Ok;
    }

    private async Task<int> ComplainAsync(int exitCode, string key, params (string Name, object? Value)[] args)
    {
        await errors.WriteLineAsync(_texts.Format(key, [.. args.Select(a => (a.Name, a.Value is int number ? Plain(number) : a.Value))]));
        return exitCode;
    }

    // Ports are names, not quantities: no thousands separator.
    private static string Plain(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
