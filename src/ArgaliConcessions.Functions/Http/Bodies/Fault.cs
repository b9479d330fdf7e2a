using ArgaliConcessions.Application;

namespace ArgaliConcessions.Functions.Http.Bodies;

/// <summary>One thing wrong with what was sent, and where.</summary>
/// <param name="Pointer">The place in the body as a JSON pointer (RFC 6901; empty for the whole); null for a parameter.</param>
/// <param name="Parameter">The query parameter or header; null for a place in the body.</param>
/// <param name="Code">Worded by <c>fault.code</c> in the texts.</param>
/// <param name="Args">What the wording needs: limits, the value seen.</param>
public sealed record Fault(string? Pointer, string? Parameter, string Code, IReadOnlyDictionary<string, object?> Args)
{
    /// <summary>The line of an imported list, from 1; 0 for the whole list; null elsewhere.</summary>
    public int? Line { get; init; }

    /// <summary>The canonical column of an imported list; null for a whole line.</summary>
    public string? Column { get; init; }

    /// <summary>The sheet of an imported workbook; null elsewhere.</summary>
    public string? Sheet { get; init; }

    /// <summary>The column of an imported list as a sheet names it: <c>C</c>; null elsewhere.</summary>
    public string? Letter { get; init; }

    /// <summary>What stands above that column; null elsewhere.</summary>
    public string? Header { get; init; }

    /// <summary>The broken rule, which has words of its own; null for a fault of form.</summary>
    public Reason? Reason { get; init; }
}
