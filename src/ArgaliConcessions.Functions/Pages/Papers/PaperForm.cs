using ArgaliConcessions.Functions.Pages.Maps;

namespace ArgaliConcessions.Functions.Pages.Papers;

/// <summary>A printed permit in words, in one language: what a page and a PDF both draw.</summary>
internal sealed record PaperForm
{
    public required string Language { get; init; }

    public required string Authority { get; init; }

    public required string Title { get; init; }

    public required string NumberLabel { get; init; }

    public required string Number { get; init; }

    public required string PaperLabel { get; init; }

    /// <summary>Series and number of the form that it is printed on or was imported from; a dash for none.</summary>
    public required string PaperNumber { get; init; }

    /// <summary>What is said across the paper, since the permit is not to be hunted on; null for nothing.</summary>
    public string? Across { get; init; }

    /// <summary>The part that the authority keeps.</summary>
    public required PaperPart Counterfoil { get; init; }

    public required PaperPart Permit { get; init; }

    /// <summary>What is torn off: KILLED and WOUNDED of each animal, one after the other.</summary>
    public required IReadOnlyList<PaperPart> TearOffs { get; init; }

    public MapDrawing? Map { get; init; }

    public required string MapHeading { get; init; }

    /// <summary>What is on the map.</summary>
    public required IReadOnlyList<PaperLine> Zones { get; init; }

    /// <summary>How far the map can be trusted.</summary>
    public required string MapNote { get; init; }

    public required string ActsHeading { get; init; }

    public required IReadOnlyList<PaperLine> Acts { get; init; }

    public required QrSquares Qr { get; init; }

    /// <summary>The address that the code holds.</summary>
    public required string Link { get; init; }

    /// <summary>Beside the code: what it is good for.</summary>
    public required string LinkNote { get; init; }

    /// <summary>Which version it is and when it was printed; at the foot of every page.</summary>
    public required string Foot { get; init; }

    /// <summary>What one must know of a paper; last.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>A part of the paper with a heading.</summary>
/// <param name="Instruction">What to do with it; empty for nothing.</param>
internal sealed record PaperPart(string Heading, string Instruction, IReadOnlyList<PaperLine> Lines);

/// <param name="Value">Null for what is filled in by hand.</param>
internal sealed record PaperLine(string Label, string? Value);
