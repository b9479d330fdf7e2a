using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Permits.Ledger;
using ArgaliConcessions.Domain.Compliance;
using ArgaliConcessions.Domain.Harvests;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;
using ArgaliConcessions.Domain.Permits.Verdicts;

namespace ArgaliConcessions.Application.Permits.Validity;

/// <summary>What an inspector asks.</summary>
/// <param name="At">The instant; null for now, or for no hour of a day when <paramref name="On"/> is given.</param>
/// <param name="On">The local date, where no instant is given; null for the instant's.</param>
/// <param name="Position">Where; null to have the papers alone judged.</param>
/// <param name="KnownAt">Leaves out what was recorded later; null for all that is known.</param>
public sealed record ValidityQuestion(Instant? At, LocalDate? On, GeoPosition? Position, Instant? KnownAt);

/// <summary>
/// Is this permit valid, here and now? One point read while the law's heads are fresh, three in parallel when they are
/// not; by paper number one more.
/// </summary>
public sealed class CheckValidity(PermitFinder finder, PermitFiles files, PaperReader papers, LawLibrary library, LegalCalendar calendar)
{
    /// <summary>The verdict on the permit of a number, as written.</summary>
    public async Task<Outcome<VerdictView>> OfNumberAsync(string number, ValidityQuestion question, Viewer viewer, CancellationToken cancellationToken)
    {
        var found = await finder.PlaceAsync(number, viewer, cancellationToken);
        if (found is Outcome<PermitPlace>.Refused refused) return refused.Refusal;
        var place = ((Outcome<PermitPlace>.Done)found).Value;
        var lawTask = library.ReadAsync(place.Concession, LawFreshness.Cached, cancellationToken);
        var permit = await PermitAsync(place, question.KnownAt, cancellationToken);
        var law = await lawTask;
        if (permit is null || law is null) return PermitFinder.NotFound;
        return new Outcome<VerdictView>.Done(Judge(permit, law, question, paper: null));
    }

    /// <summary>A verdict on each permit that bears a paper number, by their own numbers; there may be several.</summary>
    public async Task<Outcome<IReadOnlyList<VerdictView>>> OfPaperAsync(
        string paper, ValidityQuestion question, Viewer viewer, CancellationToken cancellationToken)
    {
        var views = new List<VerdictView>();
        foreach (var permit in (await papers.FindAsync(Folding.Fold(paper), cancellationToken)).Select(p => p.Value).Where(p => viewer.MaySee(p.Concession)))
        {
            if (await library.ReadAsync(permit.Concession, LawFreshness.Cached, cancellationToken) is { } law) views.Add(Judge(permit, law, question, paper));
        }

        return views.Count == 0 ? PermitFinder.NotFound : new Outcome<IReadOnlyList<VerdictView>>.Done(views);
    }

    /// <summary>The verdict on a permit that has been read.</summary>
    internal VerdictView Judge(Permit permit, LawReading law, ValidityQuestion question, string? paper)
    {
        var knowledge = question.KnownAt is { } at ? new LawKnowledge(at) : LawKnowledge.Everything;
        var book = question.KnownAt is null ? law.Book : law.AsKnown(knowledge);
        var zone = book.TimeZone(knowledge);
        var instant = question.At ?? question.On?.AtStartOfDayInZone(zone).ToInstant() ?? calendar.Now;
        var file = new PermitCase { Permit = permit, Law = book, Today = calendar.Today(law.Book), Knowledge = knowledge };
        var asked = new VerdictQuestion(file, instant, instant.InZone(zone).Date, question.Position);
        var verdict = Examiner.Examine(asked);
        if (paper is not null) verdict = PaperCheck.Add(verdict, permit, paper);
        return new VerdictView(permit, verdict, asked, book, law.Pins, law.KnownAt, paper);
    }

    /// <summary>The permit as it stands costs one read; as it once stood, those of its file.</summary>
    private async Task<Permit?> PermitAsync(PermitPlace place, Instant? knownAt, CancellationToken cancellationToken)
    {
        if (knownAt is null) return (await finder.ReadAsync(place, cancellationToken))?.Value;
        var file = await files.FindAsync(place.Concession, place.Year, place.Serial, cancellationToken, knownAt);
        return file?.Permit.Number == place.Number ? file.Permit : null;
    }
}
