using ArgaliConcessions.Application.Permits;
using ArgaliConcessions.Domain.Law;
using ArgaliConcessions.Functions.Wording;
using NodaTime;

namespace ArgaliConcessions.Functions.Pages;

/// <summary>The zones that a permit names, in words.</summary>
/// <param name="zones">The versions that are in force on the days of the paper, by id, then by first day.</param>
/// <param name="complete">Whether these are all there are: what is missing from a list that was cut may be in force.</param>
/// <param name="say">A name in the languages that the paper has room for.</param>
internal sealed class ZoneText(IEnumerable<ZoneOnDays> zones, DateInterval days, bool complete, Func<LocalizedNames, string> say, Texts texts)
{
    private readonly ILookup<string, ZoneOnDays> _versions = zones.ToLookup(z => z.Id, StringComparer.Ordinal);

    /// <summary>Id and name of each, and where one is closed on some of the days, on which.</summary>
    public string Of(IEnumerable<string> ids) => string.Join("; ", ids.Select(One));

    private string One(string id)
    {
        if (_versions[id].ToList() is not [.., var last] versions) return complete ? texts.Format("fieldsheet.zones.unknown", ("zone", id)) : id;
        var name = $"{id}: {say(last.Version.Value.Names)}";
        var closed = versions.Where(v => v.IsClosed).Select(Closed).ToList();
        return closed.Count == 0 ? name : $"{name} ({string.Join("; ", closed)})";
    }

    private string Closed(ZoneOnDays zone)
    {
        var closed = texts.Format("fieldsheet.zoneKind.closed");
        return zone.Throughout ? closed : $"{closed}, {texts.Value(zone.Within(days))}";
    }
}
