using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Application.Records.Chain;

namespace ArgaliConcessions.Application.Zones;

/// <summary>Settles the boundary writes that stopped half-way; a timer runs it.</summary>
public sealed class SettleZoneClaims(LawLibrary library, ChainWriter chain, IRecordStore store, IIdSource ids, LegalCalendar calendar)
{
    /// <summary>A writer that needs longer finds its claim dropped and begins again.</summary>
    public static readonly Duration Patience = Duration.FromMinutes(2);

    public async Task<ZoneClaimsSettled> RunAsync(Actor actor, CancellationToken cancellationToken)
    {
        var claims = new ZoneClaims(library, chain, store, ids);
        var settled = new ZoneClaimsSettled(0, 0, 0);
        foreach (var claimed in await library.ClaimsAsync(cancellationToken))
        {
            if (claimed.Claim!.At > calendar.Now - Patience) continue;
            settled = await claims.SettleAsync(claimed, actor, cancellationToken) switch
            {
                true => settled with { Confirmed = settled.Confirmed + 1 },
                false => settled with { Dropped = settled.Dropped + 1 },
                null => settled with { Left = settled.Left + 1 },
            };
        }

        return settled;
    }
}

/// <summary>What became of the claims that were old enough.</summary>
/// <param name="Left">Left for the next time, since the store was busy.</param>
public sealed record ZoneClaimsSettled(int Confirmed, int Dropped, int Left);
