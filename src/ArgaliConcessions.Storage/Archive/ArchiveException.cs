namespace ArgaliConcessions.Storage.Archive;

/// <summary>
/// An archive cannot be made, or cannot be taken in: damaged, in the way of something, or overtaken by writers. Worded
/// by <c>archive.code</c>.
/// </summary>
/// <param name="code">What is wrong, a stable code.</param>
/// <param name="line">The line at fault, from 1; 0 when it is no line's fault.</param>
/// <param name="detail">What about it: a name, or a few words for whoever looks into the file.</param>
/// <param name="inner">The cause.</param>
public sealed class ArchiveException(string code, long line = 0, string detail = "", Exception? inner = null)
    : Exception(line > 0 ? FormattableString.Invariant($"line {line}: {code} {detail}") : $"{code} {detail}", inner)
{
    /// <summary>A stable code, such as <c>line-damaged</c>.</summary>
    public string Code { get; } = code;

    /// <summary>The line at fault, from 1; 0 when it is no line's fault.</summary>
    public long Line { get; } = line;

    /// <summary>What about it.</summary>
    public string Detail { get; } = detail;
}
