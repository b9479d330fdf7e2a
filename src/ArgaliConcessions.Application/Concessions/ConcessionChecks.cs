using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Concessions;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Concessions;

/// <summary>What must hold of a concession beyond the form of its fields.</summary>
internal static class ConcessionChecks
{
    public static void Judge(string id, ConcessionTerms terms, Complaints complaints)
    {
        complaints.When(terms.Code.Length is < 2 or > 8 || !terms.Code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)), "bad-concession-code", "/code");
        complaints.When(terms.TimeZone is { } zone && !AuthorityChecks.IsTimeZone(zone), "time-zone-unknown", "/timeZone", ("timeZone", terms.TimeZone));
        complaints.Span(terms.Tenure.From, terms.Tenure.To, "/tenure/to");
        JudgeHolders(terms, complaints);
        JudgeStatus(terms, complaints);
        for (var i = 0; i < terms.Succeeds.Length; i++) complaints.When(terms.Succeeds[i] == id, "succeeds-itself", $"/succeeds/{i}");
    }

    /// <summary>Whatever it came from must be a concession.</summary>
    /// <param name="exists">Tells whether an id is one.</param>
    public static async Task JudgeSucceededAsync(string id, ConcessionTerms terms, Complaints complaints, Func<string, Task<bool>> exists)
    {
        for (var i = 0; i < terms.Succeeds.Length; i++)
        {
            var known = terms.Succeeds[i] == id || await exists(terms.Succeeds[i]);
            complaints.When(!known, "concession-unknown", $"/succeeds/{i}", ("concession", terms.Succeeds[i]));
        }
    }

    /// <summary>A code is one concession's for ever; null when it may have it.</summary>
    /// <param name="standing">Who has the code, or which code the concession has.</param>
    public static Reason? CodeObjection(DirectoryRow standing, string id, string code)
    {
        if (standing.Concession != id) return Reason.Of("code-taken", "/code", ("code", code), ("concession", standing.Concession));
        return standing.Code == code ? null : Reason.Of("code-fixed", "/code", ("code", standing.Code));
    }

    private static void JudgeHolders(ConcessionTerms terms, Complaints complaints)
    {
        for (var i = 0; i < terms.Holders.Length; i++)
        {
            var holder = terms.Holders[i];
            complaints.Span(holder.From, holder.To, $"/holders/{i}/to");
            JudgeWithinTenure(holder.From, holder.To, terms.Tenure, $"/holders/{i}", complaints);
            for (var j = 0; j < i; j++)
            {
                var other = terms.Holders[j];
                complaints.When(
                    Overlap(holder, other), "holders-overlap", $"/holders/{i}/from",
                    ("holder", holder.Names), ("other", other.Names), ("from", LocalDate.Max(holder.From, other.From)));
            }
        }
    }

    private static void JudgeStatus(ConcessionTerms terms, Complaints complaints)
    {
        for (var i = 0; i < terms.Status.Length; i++)
        {
            var change = terms.Status[i];
            complaints.When(change.Status == ConcessionStatus.NotBegun, "status-not-recordable", $"/status/{i}/status");
            JudgeWithinTenure(change.From, null, terms.Tenure, $"/status/{i}", complaints);
            complaints.When(terms.Status.Take(i).Any(s => s.From == change.From), "status-twice-a-day", $"/status/{i}/from", ("from", change.From));
        }
    }

    private static void JudgeWithinTenure(LocalDate from, LocalDate? to, Tenure tenure, string pointer, Complaints complaints)
    {
        complaints.When(from < tenure.From, "before-tenure", $"{pointer}/from", ("from", from), ("tenureFrom", tenure.From));
        if (tenure.To is not { } end) return;
        complaints.When(from > end, "after-tenure", $"{pointer}/from", ("date", from), ("tenureTo", end));
        if (to is { } last) complaints.When(last > end, "after-tenure", $"{pointer}/to", ("date", last), ("tenureTo", end));
    }

    private static bool Overlap(Holder one, Holder other) => !(one.To < other.From) && !(other.To < one.From);
}
