using ArgaliConcessions.Application.Compliance.Findings;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Bodies;

namespace ArgaliConcessions.Functions.Console.Findings;

/// <summary>Which part of the queue is asked for.</summary>
/// <param name="Status">As the form sends it: empty for the open ones, <see cref="AnyStatus"/> for all.</param>
/// <param name="Page">From 1.</param>
internal sealed record FindingQuery(FindingFilter Filter, string? Status, int Page)
{
    public const string AnyStatus = "any";

    /// <summary>Findings of one page.</summary>
    public const int PageSize = 25;

    private const int LongestRule = 10;

    /// <summary>What a form leaves empty asks for nothing.</summary>
    public static FindingQuery Read(QueryReader query)
    {
        var status = query.Filled("status") ? query.Text("status", LongestRule * 2) : null;
        var known = status is null or AnyStatus ? FindingStatus.Open : Wire.Member<FindingStatus>(status);
        if (known is null) query.Fault("status", "unknown-value", ("allowed", $"{AnyStatus}, {Wire.Members<FindingStatus>()}"));
        var filter = new FindingFilter(
            status == AnyStatus ? null : known, query.Filled("rule") ? query.Text("rule", LongestRule) : null, query.Filled("concession") ? query.Id("concession") : null,
            query.Filled("year") ? query.Id("year") : null, null);
        return new FindingQuery(filter, status, query.Int("page", 1, FindingQueue.MaxFindings / PageSize) ?? 1);
    }

    /// <summary>The same question of somebody who may see his own concessions only.</summary>
    public FindingQuery For(Caller caller) => this with { Filter = Filter with { Concessions = caller.Role == Role.Holder ? caller.Concessions : null } };

    /// <summary>The same question about another page, as the parameters of its address.</summary>
    public (string, string?)[] At(int page) =>
        [("status", Status), ("rule", Filter.Rule), ("concession", Filter.Concession), ("year", Filter.Year), ("page", page == 1 ? null : FormattableString.Invariant($"{page}"))];
}
