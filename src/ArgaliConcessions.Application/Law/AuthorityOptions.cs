namespace ArgaliConcessions.Application.Law;

/// <summary>What a deployment knows of its authority before anybody has registered it.</summary>
public sealed class AuthorityOptions
{
    /// <summary>The section of the configuration that these are read from.</summary>
    public const string SectionName = "Authority";

    /// <summary>The IANA time zone that this deployment is for; an authority with another is refused, since it would move every legal day.</summary>
    /// <value>None: any.</value>
    public string? TimeZone { get; set; }
}
