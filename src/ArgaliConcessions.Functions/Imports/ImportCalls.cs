using System.Globalization;
using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Application.Imports.Mappings;
using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Application.Jobs;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;
using ArgaliConcessions.Functions.Http.Responses;
using Microsoft.AspNetCore.Http;

namespace ArgaliConcessions.Functions.Imports;

/// <summary>What every kind of list does the same way: read the question, find the mapping, answer in the form that was asked for.</summary>
public sealed class ImportCalls(ListKinds kinds, MappingRegister mappings)
{
    /// <param name="list">The kind of list, as it is registered.</param>
    /// <param name="mayUpdate">Whether the route knows <c>?update</c>.</param>
    public Task<IResult> RunAsync(
        Call call, string list, Func<ImportRequest, Task<Outcome<ImportAnswer>>> import, CancellationToken cancellationToken, bool mayUpdate = false) =>
        call.AskAsync(query => ImportQuestion.Read(query, call, mayUpdate), async asked =>
        {
            var kind = kinds.Find(list) ?? throw new InvalidOperationException($"The list '{list}' is not registered.");
            var mapping = asked.Mapping is { } id ? (await mappings.FindAsync(id, cancellationToken))?.Value : null;
            if (asked.Mapping is not null && mapping?.List != list) return Answers.Problem(Problem.Invalid([Unmapped(asked.Mapping, mapping, list)]));
            var file = new ListFile(call.Body.Bytes, asked.Sheet, mapping?.Mapping);
            var request = new ImportRequest(file, new ListSource(asked.Source), asked.DryRun, call.Caller.Subject, KeyOf(call, list, asked, mapping))
            {
                Update = asked.Update, Actor = call.Actor(),
            };
            return ImportAnswers.Of(call, new AskedList(kind, file, asked), await import(request));
        });

    /// <summary>The source decides what a row is, the sheet and the mapping what is read: the same bytes with others are another request.</summary>
    private static JobKey KeyOf(Call call, string list, ImportQuestion asked, StoredMapping? mapping)
    {
        var scope = $"{call.Caller.Subject}|imports/{list}{(asked.Update ? "?update" : "")}|{asked.Source}";
        if (asked.Sheet is not null) scope += $"|sheet {asked.Sheet}";
        if (mapping is not null) scope += string.Create(CultureInfo.InvariantCulture, $"|mapping {mapping.Id}@{mapping.Revision}");
        return new JobKey(scope, call.IdempotencyKey!, call.Body.Sha256);
    }

    /// <summary>That there is no such mapping, or that it is one of another kind of list.</summary>
    internal static Fault Unmapped(string id, StoredMapping? other, string list) => new(
        null, "mapping", other is null ? "mapping-unknown" : "mapping-of-other-list",
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["mapping"] = id, ["list"] = list, ["other"] = other?.List });
}
