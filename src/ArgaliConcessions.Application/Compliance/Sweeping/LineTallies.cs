using ArgaliConcessions.Application.Compliance.Runs;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Compliance.Sweeping;

/// <summary>Sums up a ledger's permits by quota line; those that name no known line, by taxon.</summary>
public sealed class LineTallies(LedgerLaw law)
{
    private readonly Dictionary<string, LineTally> byLine = law.Lines.Keys.ToDictionary(line => line, _ => LineTally.Empty, StringComparer.Ordinal);
    private readonly Dictionary<string, LineTally> byTaxon = new(StringComparer.Ordinal);

    public void Add(PermitFile file)
    {
        var known = file.Permit.Line is { } line && byLine.ContainsKey(line);
        var (sums, key) = known ? (byLine, file.Permit.Line!) : (byTaxon, file.Permit.Animal.Taxon);
        sums[key] = sums.GetValueOrDefault(key, LineTally.Empty).With(file.Permit, file.Harvests, law.Today);
    }

    public LineTally Of(string line) => byLine[line];

    public IEnumerable<LineResult> Results() =>
        byLine.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => Result(pair.Key, pair.Value))
            .Concat(byTaxon.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new LineResult(null, pair.Key, Sex.Any, 0, pair.Value)));

    private LineResult Result(string line, LineTally tally)
    {
        var revisions = law.Lines[line];
        var terms = (revisions.As(law.Knowledge) ?? revisions.All[0]).Value;
        return new LineResult(line, terms.Taxon, terms.Sex, terms.Animals, tally);
    }
}
