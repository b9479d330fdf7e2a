using ArgaliConcessions.Application.Records;

namespace ArgaliConcessions.Application.Compliance.Findings;

/// <summary>A partition of findings: a ledger's, a concession's zones', or a hunting year's national ones.</summary>
/// <param name="Owner">The concession's code, or the country's two letters.</param>
/// <param name="Concession">Null for national findings.</param>
/// <param name="Year">Null for findings about zones.</param>
public sealed record FindingPlace(string Owner, string? Concession, string? Year)
{
    private const string National = "-";
    private const string Zones = "zones";

    /// <summary>Rows of findings start with this.</summary>
    public const string RowPrefix = "f/";

    public static FindingPlace Ledger(string code, string concession, string year) => new(code, concession, year);

    public static FindingPlace ZonesOf(string code, string concession) => new(code, concession, null);

    public static FindingPlace NationalIn(string country, string year) => new(country, null, year);

    public string Partition => Partitions.Findings(Concession ?? National, Year ?? Zones);

    public string IdOf(string hash) => new FindingId(Owner, Year ?? FindingId.ZoneScope, hash).ToString();

    public RecordKey KeyOf(string hash) => new(Partition, RowPrefix + hash);
}
