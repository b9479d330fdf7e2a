namespace ArgaliConcessions.Application.Law;

/// <summary>How fresh the law must be for an answer.</summary>
public enum LawFreshness
{
    /// <summary>As it stood when the heads were last read, at most <see cref="LawLibraryOptions.FreshFor"/> ago: for questions.</summary>
    Cached,

    /// <summary>The heads are read now: for decisions (issue, amendment, every change of the law).</summary>
    Checked,
}

/// <summary>Settings of the <see cref="LawLibrary"/>.</summary>
public sealed class LawLibraryOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Law";

    /// <value>How long a head that was read counts as fresh; 30 s by default.</value>
    public TimeSpan FreshFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <value>How long the zones of OTHER concessions on the map may lag behind; 10 minutes by default.</value>
    public TimeSpan MapFreshFor { get; init; } = TimeSpan.FromMinutes(10);
}
