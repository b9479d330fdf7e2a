using System.Runtime.CompilerServices;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Compliance.Findings;

/// <summary>A finding of a list that is taken along, with what its ids are called.</summary>
/// <param name="ConcessionNames">Null for national findings.</param>
/// <param name="YearLabel">Null for findings about zones.</param>
/// <param name="Zone">Whose local dates its instants are told in.</param>
public sealed record ExportedFinding(Finding Finding, Instant LastSeen, LocalizedNames? ConcessionNames, string? YearLabel, DateTimeZone Zone)
{
    public LocalDate DateOf(Instant instant) => instant.InZone(Zone).Date;
}

/// <summary>Gives out all findings that a filter wants, in the order of the list and as they are read, page by page.</summary>
public sealed class ExportFindings(FindingList list, FindingAges ages, LawLibrary library)
{
    public async IAsyncEnumerable<ExportedFinding> RunAsync(FindingFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var national = (await library.NationalAsync(LawFreshness.Cached, cancellationToken))?.Law;
        var zone = national is null ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb[national.Authority.Latest.Value.TimeZone];
        string? after = null;
        do
        {
            // A page ends by itself, with the reads that one page may cost.
            var page = await list.ReadAsync(filter, after, limit: int.MaxValue, cancellationToken);
            foreach (var view in await ages.ViewAsync(page.Findings, cancellationToken))
            {
                var names = await NamesOfAsync(view.Finding.Concession, cancellationToken);
                yield return new ExportedFinding(view.Finding, view.LastSeen, names, LabelOf(view.Finding.Year, national), zone);
            }
            after = page.Next;
        }
        while (after is not null);
    }

    private async Task<LocalizedNames?> NamesOfAsync(string? concession, CancellationToken cancellationToken) => concession is null
        ? null
        : (await library.ConcessionAsync(concession, LawFreshness.Cached, cancellationToken))?.Concession.Terms.Latest.Value.Names;

    private static string? LabelOf(string? year, NationalLaw? national) =>
        year is not null && national?.Years.GetValueOrDefault(year) is { } found ? found.Latest.Value.Label : year;
}
