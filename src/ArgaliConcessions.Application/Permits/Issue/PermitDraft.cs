using ArgaliConcessions.Application.Law;
using ArgaliConcessions.Application.Quotas;
using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Permits.Issue;

/// <summary>Makes the permit that a request asks for.</summary>
internal static class PermitDraft
{
    private const int ShownOfDocument = 4;

    public static Permit Of(IssueRequest request, LineState line, LawReading law, int serial, LocalDate today, Instant recordedAt, IssuingOfficer officer)
    {
        var terms = line.Latest.Revision.Value;
        var authority = law.Book.National.Authority.Latest.Value;
        return new Permit
        {
            Number = new PermitNumber(authority.Country, request.Year, law.Book.Concession.Code, serial).ToString(),
            Concession = request.Concession,
            Year = request.Year,
            Serial = serial,
            Line = request.Line,
            Animal = new PermitAnimal(terms.Taxon, terms.Sex, terms.MinimumAgeYears),
            Animals = request.Animals,
            Hunter = Shown(request.Hunter),
            Outfitter = request.Outfitter,
            Zones = request.Zones,
            Ranges = request.Ranges,
            IssuedOn = today,
            IssuedBy = officer,
            FeePaidOn = request.FeePaidOn,
            Weapon = request.Weapon,
            Tag = request.Tag,
            Party = request.Party,
            Paper = request.Paper,
            Pins = law.Pins,
            RecordedAt = recordedAt,
        };
    }

    /// <summary>What an inspector sees of a hunter: of the document its last four characters, none of a shorter one.</summary>
    public static HunterSummary Shown(HunterDetails hunter) => new(
        hunter.Names, hunter.AsInPassport, hunter.Nationality,
        hunter.DocumentNumber is { Length: > ShownOfDocument } number ? number[^ShownOfDocument..] : null);
}
