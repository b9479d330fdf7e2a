using System.Runtime.CompilerServices;
using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits;

/// <summary>A permit of a list that is taken along, with what its ids are called.</summary>
/// <param name="On">The date that its state is told of.</param>
/// <param name="ConcessionNames">Null where the concession is no longer to be found.</param>
/// <param name="TaxonNames">Null where the authority no longer has the taxon.</param>
/// <param name="RecordedOn">The authority's local date on which the permit as it reads was recorded.</param>
public sealed record ExportedPermit(Permit Permit, LocalDate On, LocalizedNames? ConcessionNames, LocalizedNames? TaxonNames, LocalDate RecordedOn);

/// <summary>
/// Gives out all permits that a question is about, in the order of the list, one at a time and as they are read: ranges are no snapshot, so a permit
/// that changes meanwhile is given as it was when its turn came.
/// </summary>
public sealed class ExportPermits(ListPermits list, LawLibrary library)
{
    /// <param name="question">Its limit and its place are not looked at.</param>
    public async IAsyncEnumerable<ExportedPermit> RunAsync(PermitQuestion question, Viewer viewer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var listed in list.AllAsync(question with { After = null }, viewer, cancellationToken))
        {
            var permit = listed.Permit;
            var law = await library.ConcessionAsync(permit.Concession, LawFreshness.Cached, cancellationToken);
            var authority = law?.National.Authority.Latest.Value;
            yield return new ExportedPermit(
                permit, listed.On, law?.Concession.Terms.Latest.Value.Names, authority?.TaxonTree.Find(permit.Animal.Taxon)?.Names,
                permit.RecordedAt.InZone(authority is null ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb[authority.TimeZone]).Date);
        }
    }
}
