using System.Text.Json.Nodes;
using ArgaliConcessions.Tests;

namespace ArgaliConcessions.Functions.Tests.Costs;

/// <summary>One thing that is asked of the program, whose cost src/README.md tells.</summary>
/// <param name="Of">The route as the document writes it, or the timer.</param>
/// <param name="When">What is unlike the usual state; "" for the usual one.</param>
/// <param name="CountAsync">Makes ready what it takes, and counts the one request.</param>
internal sealed record CostCase(string Of, string When, Func<CostRegister, Task<Operations>> CountAsync)
{
    /// <summary>A question to the route; the authority asks, or an inspector.</summary>
    public static CostCase Get(string of, string address, string when = "", string accept = "application/json", bool byInspector = false) => new(of, when, async register =>
    {
        await register.FreshenAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, Filled(register, address));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await register.CountAsync(request, byInspector ? register.Inspector : register.Authority);
    });

    /// <summary>Something that was not there before.</summary>
    public static CostCase New(string of, string address, Func<CostRegister, JsonObject> body, string when = "") => new(of, when, async register =>
    {
        await register.FreshenAsync();
        return await register.CountAsync(Put(register, address, body));
    });

    /// <summary>A change of what is there, by someone who has read it.</summary>
    public static CostCase Change(string of, string address, Func<CostRegister, JsonObject> body, string when = "") => new(of, when, async register =>
    {
        using var answer = await register.Authority.GetAsync(Filled(register, address));
        await register.FreshenAsync();
        var request = Put(register, address, body);
        request.Headers.TryAddWithoutValidation("If-Match", answer.Headers.ETag!.Tag);
        return await register.CountAsync(request);
    });

    public static CostCase Post(string of, string address, Func<CostRegister, JsonObject?> body, string when = "") => new(of, when, async register =>
    {
        await register.FreshenAsync();
        return await register.CountAsync(register.Post(Filled(register, address), body(register)?.ToJsonString() ?? ""));
    });

    public static CostCase Timer(string name) => new(name, "", async register =>
    {
        await register.FreshenAsync();
        return await register.CountAsync(() => register.TimerAsync(name));
    });

    /// <summary>An address with what the register knows in the place of words in braces.</summary>
    public static string Filled(CostRegister register, string address) =>
        register.Known.Aggregate(address, (text, known) => text.Replace($"{{{known.Key}}}", known.Value, StringComparison.Ordinal));

    private static HttpRequestMessage Put(CostRegister register, string address, Func<CostRegister, JsonObject> body) =>
        new(HttpMethod.Put, Filled(register, address)) { Content = Http.HttpAnswers.Json(body(register).ToJsonString()) };
}
