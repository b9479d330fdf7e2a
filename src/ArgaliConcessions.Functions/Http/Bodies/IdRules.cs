using ArgaliConcessions.Application.Imports;

namespace ArgaliConcessions.Functions.Http.Bodies;

/// <summary>Ids in paths and bodies are chosen by the caller: the same as in imported lists (<see cref="Ids"/>).</summary>
public static class IdRules
{
    public const int MaxLength = Ids.MaxLength;

    public static bool IsId(string? text) => text is not null && Ids.IsId(text);
}
