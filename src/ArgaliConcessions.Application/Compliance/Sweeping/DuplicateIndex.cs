using ArgaliConcessions.Domain.Permits;

namespace ArgaliConcessions.Application.Compliance.Sweeping;

/// <summary>
/// Papers and tags (R16) and hunters' documents (R34) that more than one permit bears, and the tags that are registered, read once for a
/// sweep. Grows with the number of duplicates and of registered tags, not of permits.
/// </summary>
public sealed class DuplicateIndex
{
    private readonly Dictionary<string, SortedSet<string>> byPaper = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> byTag = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<DocumentBearer>> byDocument = new(StringComparer.Ordinal);

    private readonly HashSet<string> registered = new(StringComparer.Ordinal);

    /// <summary>The other permits with the paper number of this one, in order.</summary>
    public IReadOnlyList<string> SamePaper(string permit) => Others(byPaper, permit);

    /// <summary>The other permits with the tag of this one, in order.</summary>
    public IReadOnlyList<string> SameTag(string permit) => Others(byTag, permit);

    /// <summary>The other permits with the document of this one.</summary>
    public IReadOnlyList<DocumentBearer> SameDocument(string permit) =>
        byDocument.TryGetValue(permit, out var bearers) ? [.. bearers.Where(other => other.Number != permit)] : [];

    /// <summary>Whether the register of tags has a tag, as written.</summary>
    public bool IsRegistered(string tag) => registered.Contains(Folding.Fold(tag));

    /// <param name="folded">A tag of the register.</param>
    public void AddRegistered(string folded) => registered.Add(folded);

    public void AddPaper(IReadOnlyList<string> permits) => Add(byPaper, permits);

    public void AddTag(IReadOnlyList<string> permits) => Add(byTag, permits);

    /// <summary>A permit has one document: whichever is added last.</summary>
    public void AddDocument(IReadOnlyList<DocumentBearer> bearers)
    {
        foreach (var bearer in bearers) byDocument[bearer.Number] = bearers;
    }

    private static void Add(Dictionary<string, SortedSet<string>> index, IReadOnlyList<string> permits)
    {
        foreach (var permit in permits)
        {
            if (!index.TryGetValue(permit, out var others)) index[permit] = others = new SortedSet<string>(StringComparer.Ordinal);
            others.UnionWith(permits.Where(other => other != permit));
        }
    }

    private static IReadOnlyList<string> Others(Dictionary<string, SortedSet<string>> index, string permit) =>
        index.TryGetValue(permit, out var others) ? [.. others] : [];
}
