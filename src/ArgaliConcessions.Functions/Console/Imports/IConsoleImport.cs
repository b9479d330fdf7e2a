using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Imports.Held;
using ArgaliConcessions.Functions.Http.Bodies;

namespace ArgaliConcessions.Functions.Console.Imports;

/// <summary>One kind of file that the console takes: what it is called, which files, what is asked of them, and the use case that tries and imports it.</summary>
internal interface IConsoleImport
{
    /// <summary>In addresses and texts: <c>console.imports.kind.name</c>.</summary>
    string Name { get; }

    /// <summary>For the browser's choice of files: endings and media types.</summary>
    string Accept { get; }

    /// <summary>Whether there is a template, and a workbook of results: it is a list.</summary>
    bool IsList { get; }

    /// <summary>What one says of a file: parameters of the route that imports such files.</summary>
    IReadOnlyList<ImportField> Fields { get; }

    /// <summary>Reads what was said of a file; what is wrong with it becomes a fault of its parameter.</summary>
    Task CheckAsync(QueryReader said, CancellationToken cancellationToken);

    /// <summary>What it would do; writes nothing.</summary>
    Task<Outcome<ImportTrial>> TryAsync(Visit visit, HeldContent file, CancellationToken cancellationToken);

    /// <summary>Imports it; the same held file again does nothing more.</summary>
    Task<Outcome<ImportStarted>> ImportAsync(Visit visit, HeldContent file, CancellationToken cancellationToken);
}
