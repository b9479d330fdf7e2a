using ArgaliConcessions.Application.Records;
using ArgaliConcessions.Domain.Seasons;
using ArgaliConcessions.Functions.Http.Bodies;
using NodaTime;
using NodaTime.Text;

namespace ArgaliConcessions.Functions.Seasons;

/// <summary>A window: <c>--09-01</c> to <c>--12-15</c> recurs, full dates are once.</summary>
public sealed record WindowWire(string From, string To)
{
    private static readonly SeasonWindow None = new SeasonWindow.Yearly(new AnnualDate(1, 1), new AnnualDate(1, 1));

    internal static WindowWire Of(SeasonWindow window) => window switch
    {
        SeasonWindow.Yearly yearly => new WindowWire(Day(yearly.From), Day(yearly.To)),
        SeasonWindow.Once once => new WindowWire(LocalDatePattern.Iso.Format(once.From), LocalDatePattern.Iso.Format(once.To)),
        _ => throw new InvalidOperationException($"No JSON form for {window.GetType().Name}."),
    };

    internal static SeasonWindow Read(BodyReader window)
    {
        var (from, to) = (window.Text("from", 20), window.Text("to", 20));
        if (Yearly(from) is { } first && Yearly(to) is { } last) return new SeasonWindow.Yearly(first, last);
        if (Wire.Date(from) is { } begin && Wire.Date(to) is { } end) return new SeasonWindow.Once(begin, end);
        Complain(window, "from", from);
        Complain(window, "to", to);
        if (IsEnd(from) && IsEnd(to)) window.Fault("to", "mixed-window");
        return None;
    }

    // An absent end is a fault already.
    private static void Complain(BodyReader window, string name, string text)
    {
        if (text.Length > 0 && !IsEnd(text)) window.Fault(name, "bad-window");
    }

    private static bool IsEnd(string text) => Yearly(text) is not null || Wire.Date(text) is not null;

    private static AnnualDate? Yearly(string text) => AnnualDateConverter.Pattern.Parse(text) is { Success: true } parsed ? parsed.Value : null;

    private static string Day(AnnualDate date) => AnnualDateConverter.Pattern.Format(date);
}
