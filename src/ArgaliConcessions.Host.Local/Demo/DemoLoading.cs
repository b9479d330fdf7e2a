using System.Text.Json.Nodes;

namespace ArgaliConcessions.Host.Local.Demo;

/// <summary>The steps of loading the demo, in their order.</summary>
internal sealed class DemoLoading(DemoClient api)
{
    private const string LostPaper = "DA-130037";
    private const string NewPaper = "DA-139037";

    /// <summary>Whether a load has reached its end on this store: the replaced paper is the last thing written.</summary>
    public async Task<bool> IsLoadedAsync(CancellationToken cancellationToken) =>
        await HasAuthorityAsync(cancellationToken) && await PermitsAsync(NewPaper, cancellationToken) is { Count: > 0 };

    public async Task<bool> HasAuthorityAsync(CancellationToken cancellationToken) => await api.FindAsync("authority", cancellationToken) is not null;

    /// <summary>Puts entries into the register, the revisions of one address in their order.</summary>
    /// <param name="resume">Whether a load was cut short: what the register holds already is then passed over.</param>
    public async Task PutLawAsync(IReadOnlyList<LawEntry> entries, bool resume, CancellationToken cancellationToken)
    {
        foreach (var revisions in entries.GroupBy(e => e.Path, StringComparer.Ordinal).Select(g => g.ToList()))
        {
            var held = resume ? await HeldAsync(revisions, cancellationToken) : 0;
            for (var i = held; i < revisions.Count; i++)
            {
                if (i == 0) await api.PutAsync(revisions[i], cancellationToken);
                else await api.ChangeAsync(revisions[i], cancellationToken);
            }
        }
    }

    public Task ImportAsync(DemoList list, byte[] bytes, CancellationToken cancellationToken) => api.ImportAsync(list, bytes, cancellationToken);

    /// <summary>One hunter has lost his paper: it is voided, the permit stays.</summary>
    public async Task ReplaceLostPaperAsync(CancellationToken cancellationToken)
    {
        var number = (string?)(await PermitsAsync(LostPaper, cancellationToken))?[0]?["number"];
        var body = new JsonObject
        {
            ["reason"] = "The paper was lost at a river crossing (demo)",
            ["from"] = "2013-10-07",
            ["paper"] = new JsonObject { ["series"] = NewPaper[..2], ["number"] = NewPaper[3..] },
        };
        await api.PostAsync($"permits/{number}/replacement", body, "demo-replacement", cancellationToken);
    }

    public Task<JsonNode> SweepAsync(string idempotencyKey, CancellationToken cancellationToken) => api.SweepAsync(idempotencyKey, cancellationToken);

    /// <summary>How many of the revisions of one address the register holds.</summary>
    private async Task<int> HeldAsync(List<LawEntry> revisions, CancellationToken cancellationToken)
    {
        for (var count = revisions.Count; count > 0; count--)
        {
            if (await api.HoldsAsync(revisions[count - 1], cancellationToken)) return count;
        }

        return 0;
    }

    private async Task<JsonArray?> PermitsAsync(string paper, CancellationToken cancellationToken) =>
        (await api.FindAsync($"permits?paperNumber={paper}", cancellationToken))?["items"]?.AsArray();
}
