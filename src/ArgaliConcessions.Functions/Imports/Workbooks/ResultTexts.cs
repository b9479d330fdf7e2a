using ArgaliConcessions.Application.Imports;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Imports.Workbooks;

/// <summary>Words of the workbooks of lists.</summary>
internal static class ResultTexts
{
    /// <summary>What a kind of list is called; its id where nobody gave it a name.</summary>
    public static string Name(ListKind kind, Texts texts) => texts.Has($"list.{kind.Name}") ? texts.Format($"list.{kind.Name}") : kind.Name;
}
