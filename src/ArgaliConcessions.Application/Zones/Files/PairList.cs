namespace ArgaliConcessions.Application.Zones.Files;

/// <summary>
/// Reads <c>zone:NAME,concession:FARM</c>: properties and what they are given. A comma that no property with a colon follows belongs to the value, so
/// that <c>basis.title:Order on the hunt, with annex,basis.number:12</c> needs no quotes.
/// </summary>
public static class PairList
{
    /// <summary>The pairs, or the first part that is none: not a property of zones, without a value, or there twice.</summary>
    public static (IReadOnlyDictionary<string, string> Pairs, string? Fault) Read(string text)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        string? property = null;
        foreach (var part in text.Split(','))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var name = colon < 0 ? "" : part[..colon].Trim();
            if (ZoneProperty.Is(name))
            {
                if (!pairs.TryAdd(name, part[(colon + 1)..].Trim())) return (pairs, part.Trim());
                property = name;
            }
            else if (property is not null && colon < 0)
            {
                pairs[property] += $",{part}";
            }
            else
            {
                return (pairs, part.Trim());
            }
        }

        return (pairs, pairs.FirstOrDefault(p => p.Value.Length == 0).Key);
    }
}
