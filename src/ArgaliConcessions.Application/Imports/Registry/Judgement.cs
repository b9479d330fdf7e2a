using System.Collections.Immutable;
using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Application.Records.Chain;

namespace ArgaliConcessions.Application.Imports.Registry;

/// <summary>Judges the things of a list one after the other, each as if those before it were recorded already.</summary>
internal interface IListPlan<T>
{
    Task<Judgement> JudgeAsync(ListThing<T> thing, CancellationToken cancellationToken);
}

/// <summary>What a thing of a list comes to.</summary>
/// <param name="Line">What would be done; null when it is refused.</param>
/// <param name="Record">Records it by the thing's own use case; null when there is nothing to record. Answers the refusal, if any.</param>
internal sealed record Judgement(ListLine? Line, ImmutableArray<ListFault> Faults, Func<Actor, CancellationToken, Task<Refusal?>>? Record)
{
    public static Judgement Unchanged<T>(ListThing<T> thing) => new(new ListLine(thing.Line, thing.Address, ListAction.Unchanged, []), [], null);

    public static Judgement Refused<T>(ListThing<T> thing, IEnumerable<Reason> reasons) => new(null, [.. reasons.Select(thing.FaultOf)], null);

    /// <summary>It is recorded otherwise, and the list may not change it.</summary>
    public static Judgement ExistsDifferently<T>(ListThing<T> thing, ImmutableArray<CellChange> changes) => new(
        null,
        [
            .. changes.Select(c => new ListFault(thing.LineOf(c.Column), c.Column, "exists-differently", c.To) { Recorded = c.From })
                .DefaultIfEmpty(new ListFault(thing.Line, null, "exists-differently")),
        ],
        null);

    public static Judgement ToRecord<T, TAnswer>(
        ListThing<T> thing, ListAction action, ImmutableArray<CellChange> changes, Func<Actor, CancellationToken, Task<Outcome<TAnswer>>> record) =>
        new(new ListLine(thing.Line, thing.Address, action, changes), [], async (actor, token) =>
            await record(actor, token) is Outcome<TAnswer>.Refused refused ? refused.Refusal : null);
}
