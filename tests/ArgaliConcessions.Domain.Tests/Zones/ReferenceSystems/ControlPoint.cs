using System.Globalization;
using ArgaliConcessions.Domain.Zones.ReferenceSystems;

namespace ArgaliConcessions.Domain.Tests.Zones.ReferenceSystems;

/// <summary>A place in one of the systems and in WGS 84, as another program has it: <c>control-points.csv</c>, with its commands.</summary>
public sealed record ControlPoint(ReferenceSystem System, double East, double North, double Lon, double Lat, DatumShift Shift, string Place)
{
    public static IReadOnlyList<ControlPoint> All { get; } = [.. Lines().Where(l => !l.StartsWith('#')).Skip(1).Select(Read)];

    private static ControlPoint Read(string line)
    {
        var cells = line.Split(',');
        double Figure(int cell) => double.Parse(cells[cell], CultureInfo.InvariantCulture);
        return new(KnownSystems.Find(cells[0])!, Figure(1), Figure(2), Figure(3), Figure(4), DatumShift.Parse(cells[5].Replace(' ', ','))!, cells[6]);
    }

    private static IEnumerable<string> Lines()
    {
        using var reader = new StreamReader(typeof(ControlPoint).Assembly.GetManifestResourceStream("control-points.csv")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
