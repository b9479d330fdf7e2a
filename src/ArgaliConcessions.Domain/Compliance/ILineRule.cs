namespace ArgaliConcessions.Domain.Compliance;

/// <summary>A rule judged once for each quota line of a ledger.</summary>
public interface ILineRule
{
    RuleInfo Info { get; }

    IEnumerable<RuleAnswer> Judge(LineCase line);
}

/// <summary>A rule judged once for each national quota (year and taxon).</summary>
public interface INationalRule
{
    RuleInfo Info { get; }

    IEnumerable<RuleAnswer> Judge(NationalCase national);
}

/// <summary>A rule judged once for each zone in force (R32).</summary>
public interface IZoneRule
{
    RuleInfo Info { get; }

    IEnumerable<RuleAnswer> Judge(Law.LawBook law, string zone, LocalDate today, Law.LawKnowledge knowledge);
}
