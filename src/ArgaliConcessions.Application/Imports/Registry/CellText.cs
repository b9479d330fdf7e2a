using System.Globalization;
using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Seasons;
using NodaTime.Text;

namespace ArgaliConcessions.Application.Imports.Registry;

/// <summary>Values as the cells of a list say them: what a list writes so it reads so.</summary>
internal static class CellText
{
    /// <summary>Between several values of one cell.</summary>
    public const char Separator = '|';

    public static string Of(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Of(SeasonWindow window) => window switch
    {
        SeasonWindow.Yearly yearly => $"{Day(yearly.From)}..{Day(yearly.To)}",
        SeasonWindow.Once once => $"{Of(once.From)}..{Of(once.To)}",
        _ => throw new InvalidOperationException($"A window of type {window.GetType().Name} cannot stand in a cell."),
    };

    private static string Day(AnnualDate day) => AnnualDateConverter.Pattern.Format(day).TrimStart('-');
}
