using System.Collections.Immutable;
using ArgaliConcessions.Application.Compliance.Runs;

namespace ArgaliConcessions.Application.Compliance.Reports;

/// <summary>Adds up the places' counts by rule, cause and severity.</summary>
internal static class RuleTable
{
    public static ImmutableArray<RuleCount> Of(IEnumerable<PlaceResult> places) =>
    [
        .. places.SelectMany(place => place.Rules).GroupBy(count => count with { Findings = 0 })
            .Select(group => group.Key with { Findings = group.Sum(count => count.Findings) })
            .OrderBy(count => count.Rule, StringComparer.Ordinal).ThenBy(count => count.Code, StringComparer.Ordinal).ThenBy(count => count.Cause).ThenBy(count => count.Severity).ThenBy(count => count.Kind),
    ];
}
