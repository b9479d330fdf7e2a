using System.ComponentModel.DataAnnotations;

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

    /// <summary>How long a head that was read counts as fresh.</summary>
    /// <value>30 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan FreshFor { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the zones of OTHER concessions on the map may lag behind.</summary>
    /// <value>10 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan MapFreshFor { get; set; } = TimeSpan.FromMinutes(10);
}
