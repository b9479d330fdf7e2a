using ArgaliConcessions.Application.Law;

namespace ArgaliConcessions.Application.Imports.Registry;

/// <summary>Under which condition a list's thing is recorded: that nobody has changed it since it was judged.</summary>
internal static class Conditions
{
    /// <param name="latest">The newest number of the thing as it was judged; null where there was none.</param>
    public static Precondition Seen(int? latest) =>
        latest is { } number ? new Precondition(LawTag.Of(number, number), MustBeNew: false) : new Precondition(null, MustBeNew: true);
}
