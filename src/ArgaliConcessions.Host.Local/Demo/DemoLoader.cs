using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Tokens;
using ArgaliConcessions.Functions.Wording;
using ArgaliConcessions.Host.Local.CommandLine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace ArgaliConcessions.Host.Local.Demo;

/// <summary>
/// Loads the demo authority: law with its history, two lists of permits, what came of them, a replaced paper; then sweeps,
/// so that there is a report to read. Run again on a loaded store it does nothing; on one where a load was cut short, it
/// goes on.
/// </summary>
internal sealed class DemoLoader(IServer server, TokenIssuer tokens, ApiOptions options, IIdSource ids) : IDemoLoader
{
    private readonly Texts _texts = Texts.For(ConsoleLanguage.Of(Environment.GetEnvironmentVariable));

    public async Task LoadAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        using var client = new DemoClient(new Uri($"{Address()}/{options.RoutePrefix}/"), tokens.Issue(Role.Authority, []));
        var loading = new DemoLoading(client);
        if (await loading.IsLoadedAsync(cancellationToken))
        {
            await SayAsync(progress, "demo.loaded-before");
            return;
        }

        await LoadLawAsync(loading, progress, cancellationToken);
        await LoadListsAsync(loading, progress, cancellationToken);
        await SweepAsync(loading, progress, cancellationToken);
    }

    private async Task SweepAsync(DemoLoading loading, TextWriter progress, CancellationToken cancellationToken)
    {
        await SayAsync(progress, "demo.sweeping");
        var totals = (await loading.SweepAsync($"demo-{ids.NewId()}", cancellationToken))["totals"]!;
        await SayAsync(
            progress, "demo.done",
            ("judged", (int)totals["judged"]!), ("findings", (int)totals["standing"]!), ("flagged", (int)totals["flagged"]!), ("notJudged", (int)totals["notJudged"]!));
    }

    private async Task LoadLawAsync(DemoLoading loading, TextWriter progress, CancellationToken cancellationToken)
    {
        var resume = await loading.HasAuthorityAsync(cancellationToken);
        foreach (var file in DemoFiles.Law)
        {
            var entries = LawEntry.In(DemoFiles.Read(file));
            await SayAsync(progress, "demo.law", ("file", file), ("count", entries.Count));
            await loading.PutLawAsync(entries, resume, cancellationToken);
        }
    }

    private async Task LoadListsAsync(DemoLoading loading, TextWriter progress, CancellationToken cancellationToken)
    {
        foreach (var list in DemoFiles.Lists)
        {
            await SayAsync(progress, "demo.list", ("file", list.File));
            await loading.ImportAsync(list, DemoFiles.Read(list.File), cancellationToken);
        }

        await loading.ReplaceLostPaperAsync(cancellationToken);
    }

    private Task SayAsync(TextWriter progress, string key, params (string Name, object? Value)[] args) => progress.WriteLineAsync(_texts.Format(key, args));

    private string Address() => server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First().TrimEnd('/');
}
