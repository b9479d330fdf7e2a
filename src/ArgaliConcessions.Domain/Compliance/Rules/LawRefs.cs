using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Domain.Compliance.Rules;

internal static class LawRefs
{
    public static LawRef Line(LineCase line, Revision<QuotaLine> revision) => Line(line.Concession, line.Year, line.LineId, revision);

    public static LawRef Line(string concession, string year, string line, Revision<QuotaLine> revision) =>
        new($"ledger/{concession}/{year}/line/{line}@{revision.Number}", revision.Basis);
}
