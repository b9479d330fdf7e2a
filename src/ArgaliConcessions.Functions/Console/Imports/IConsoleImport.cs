using ArgaliConcessions.Application;
using ArgaliConcessions.Application.Imports.Held;

namespace ArgaliConcessions.Functions.Console.Imports;

/// <summary>One kind of file that the console takes: what it is called, which files, and the use case that tries and imports it.</summary>
internal interface IConsoleImport
{
    /// <summary>In addresses and texts: <c>console.imports.kind.name</c>.</summary>
    string Name { get; }

    /// <summary>For the browser's choice of files: endings and media types.</summary>
    string Accept { get; }

    /// <summary>Whether one must say who keeps the list.</summary>
    bool AsksSource { get; }

    /// <summary>What it would do; writes nothing.</summary>
    Task<Outcome<ImportTrial>> TryAsync(Visit visit, HeldContent file, CancellationToken cancellationToken);

    /// <summary>Imports it; the same held file again does nothing more.</summary>
    Task<Outcome<ImportStarted>> ImportAsync(Visit visit, HeldContent file, CancellationToken cancellationToken);
}
