using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Application.Permits.Tags;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Application.Quotas.Reservations;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Quotas;

namespace ArgaliConcessions.Application.Permits.Issue;

/// <summary>A request for a permit with the law that it is judged by, its heads read just before.</summary>
internal sealed record IssueCase(IssueRequest Request, RequestKey Key, LawReading Law, LocalDate Today, Bearers Bearers, Actor Actor)
{
    public IssuingOfficer Officer => new(Actor.Subject, Actor.Name);

    public string Ledger => Partitions.Ledger(Request.Concession, Request.Year);
}

/// <summary>What the law and the register say to a request.</summary>
/// <param name="Permit">The permit that it would make; null where there is no year or line to make one of.</param>
/// <param name="Reasons">Every reason against it; empty when it may be issued.</param>
internal sealed record IssueVerdict(Permit? Permit, LineState? Line, Stored<Reservation>? Reservation, IReadOnlyList<Reason> Reasons)
{
    public static IssueVerdict Against(Reason reason) => new(null, null, null, [reason]);
}

/// <summary>Judges a request for a permit. It writes nothing: who issues and who only asks are told the same.</summary>
public sealed class IssueJudge(IRecordStore store, LawLibrary library, LegalCalendar calendar, LineRegister lines, PaperIndex papers, TagLookup lookup)
{
    /// <summary>Reads what the request is judged by; refused when its concession is unknown.</summary>
    internal async Task<Outcome<IssueCase>> OpenAsync(IssueRequest request, RequestKey key, Actor actor, CancellationToken cancellationToken)
    {
        var law = await library.ReadAsync(request.Concession, LawFreshness.Checked, cancellationToken);
        if (law is null) return Refused([Reason.Of("concession-unknown", "/concession", ("concession", request.Concession))]);
        var bearers = await BearersAsync(request, key, law, cancellationToken);
        return new Outcome<IssueCase>.Done(new IssueCase(request, key, law, calendar.Today(law.Book), bearers, actor));
    }

    /// <summary>Judges it on the state of its ledger.</summary>
    internal async Task<IssueVerdict> JudgeAsync(IssueCase file, ChainContext context, CancellationToken cancellationToken)
    {
        var request = file.Request;
        if (!file.Law.Book.National.Years.ContainsKey(request.Year)) return IssueVerdict.Against(Reason.Of("year-unknown", "/year", ("year", request.Year)));
        if (await lines.FindAsync(request.Concession, request.Year, request.Line, cancellationToken) is not { } line)
        {
            return IssueVerdict.Against(Reason.Of("line-unknown", "/line", ("line", request.Line)));
        }

        var permit = PermitDraft.Of(request, line, file.Law, context.NextSerial, file.Today, context.RecordedAt, file.Officer);
        var reservation = await IssueReservations.FindAsync(store, request, cancellationToken);
        return new IssueVerdict(permit, line, reservation,
        [
            .. IssueReservations.Reasons(request, reservation?.Value, file.Today),
            .. IssueChecks.Of(permit, line, ReservationChanges.Held(reservation?.Value), file.Law, file.Today, file.Bearers, request.Hunter.DocumentNumber),
        ]);
    }

    internal static Refusal Refused(IReadOnlyList<Reason> reasons) => new(RefusalKind.Conflict, "permit-refused", [.. reasons]);

    private async Task<Bearers> BearersAsync(IssueRequest request, RequestKey key, LawReading law, CancellationToken cancellationToken)
    {
        var ofPaper = request.Paper is { } paper ? await PaperBearersAsync(PaperIndex.Fold(paper), cancellationToken) : [];
        if (request.Tag is not { } tag) return new Bearers(ofPaper, []);
        var answer = await lookup.FindAsync(tag, key.Row, law.Book.National.Authority.Latest.Value.Settings, cancellationToken);
        return new Bearers(ofPaper, answer.Others, answer.Standing);
    }

    private async Task<IReadOnlyList<string>> PaperBearersAsync(string folded, CancellationToken cancellationToken) =>
        [.. (await new PaperReader(store, papers).FindAsync(folded, cancellationToken)).Select(p => p.Value.Number)];
}
