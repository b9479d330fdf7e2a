using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Application.Surveys;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Quotas;
using ArgaliConcessions.Domain.Surveys;

namespace ArgaliConcessions.Application.Quotas;

/// <summary>What somebody wants a quota line to be.</summary>
public sealed record QuotaLineRequest(
    string Concession, string Year, string Line, QuotaLine Terms, LegalBasis Basis, Precondition Precondition);

/// <summary>Enters or changes a quota line, within the national quota, not below what is issued on it, and not above what the concession's survey carries unless a reason says why.</summary>
public sealed class SetQuotaLine(
    LawLibrary library, LineRegister lines, LineAllocation allocation, OperationsUnderWay operations, LedgerDirectory directory, IIdSource ids, TimeProvider time)
{
    /// <summary>Times that another change of the line is let pass before the answer is "busy".</summary>
    private const int MaxRounds = 8;

    private static readonly Outcome<QuotaLineStanding> Busy = Refusal.Busy;

    /// <summary>The line as it then stands. The same request again changes nothing.</summary>
    public async Task<Outcome<QuotaLineStanding>> RunAsync(QuotaLineRequest request, Actor actor, CancellationToken cancellationToken)
    {
        var law = await library.ConcessionAsync(request.Concession, LawFreshness.Checked, cancellationToken);
        if (law is null) return LawRefusals.NoConcession;
        if (LineChecks.FaultOf(request, law.National) is { } fault) return fault;
        var surveys = SurveyBook.Of(law.National, law.Concession, request.Year, LawKnowledge.Everything);
        return (await DecideAsync(request, law, actor, cancellationToken)).Map(standing => standing.On(surveys));
    }

    private async Task<Outcome<QuotaLineStanding>> DecideAsync(QuotaLineRequest request, ConcessionReading law, Actor actor, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var line = await lines.FindAsync(request.Concession, request.Year, request.Line, cancellationToken);
            if (line is not null && LineChecks.IsAsAsked(line.Latest.Revision, request)) return Done(request, line, created: false);
            if (Objection(request, line) is { } objection) return objection;
            if (await CeilingCheck.JudgeAsync(request, line?.Latest.Revision.Value, null, law.National, law.Concession, lines, cancellationToken) is { } above) return above;
            var outcome = await TryAsync(request, line, law.National, actor, cancellationToken);
            if (outcome is not null) return outcome;
        }

        return Refusal.Busy;
    }

    private static Refusal? Objection(QuotaLineRequest request, LineState? line)
    {
        if (request.Precondition.Judge(line?.Latest.Revision.Number) is { } failed) return failed;
        return line is null ? null : LineChecks.Objection(request, line.Latest.Revision.Value, line.Standing);
    }

    /// <summary>One attempt; null when the line has moved meanwhile and must be looked at again.</summary>
    private async Task<Outcome<QuotaLineStanding>?> TryAsync(
        QuotaLineRequest request, LineState? line, NationalLaw law, Actor actor, CancellationToken cancellationToken)
    {
        var taxon = line?.Latest.QuotaTaxon ?? LineChecks.NearestQuota(request, law);
        if (taxon is null) return LineChecks.NationalQuotaMissing(request);
        if (!await directory.EnterAsync(request.Concession, request.Year, actor, cancellationToken)) return Refusal.Busy;
        var operation = Draft(request, line, taxon);
        switch (await allocation.BeginAsync(operation, actor, cancellationToken))
        {
            case BeginResult.Begun begun:
                return await CompleteAsync(begun.Operation, request, actor, cancellationToken);
            case BeginResult.UnderWay { Operation: var other }:
                return await operations.CarryOnAsync(other, actor, cancellationToken) ? null : Busy;
            case BeginResult.Exceeded exceeded:
                return LineChecks.Exceeded(request, exceeded.Quota, exceeded.Allocated, line?.Latest.Revision.Value.Animals ?? 0);
            case BeginResult.NoQuota:
                return LineChecks.NationalQuotaMissing(request);
            default:
                return Refusal.Busy;
        }
    }

    private LineOperation Draft(QuotaLineRequest request, LineState? line, string taxon) => new(
        ids.NewId(), request.Concession, request.Year, request.Line, taxon, line?.Latest.Revision.Number ?? 0,
        Generation: 0, request.Terms, request.Basis, Instant.FromDateTimeOffset(time.GetUtcNow()));

    private async Task<Outcome<QuotaLineStanding>?> CompleteAsync(
        LineOperation operation, QuotaLineRequest request, Actor actor, CancellationToken cancellationToken)
    {
        var applied = await allocation.CompleteAsync(operation, actor, cancellationToken);
        if (applied is ApplyResult.Moved) return null;
        if (applied is ApplyResult.BelowIssued below) return LineChecks.BelowIssued(request, below.Held);
        if (applied is not ApplyResult.Applied) return Busy;
        var line = await lines.FindAsync(request.Concession, request.Year, request.Line, cancellationToken);
        return Done(request, line!, created: operation.BaseRevision == 0);
    }

    private static Outcome<QuotaLineStanding>.Done Done(QuotaLineRequest request, LineState line, bool created)
    {
        var standing = QuotaLineStanding.Of(request.Concession, request.Year, line, LawKnowledge.Everything)!;
        return new Outcome<QuotaLineStanding>.Done(standing, created, standing.ETag);
    }
}
