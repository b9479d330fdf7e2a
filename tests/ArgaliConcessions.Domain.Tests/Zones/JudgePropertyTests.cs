using ArgaliConcessions.Domain.Zones;
using FsCheck;
using FsCheck.Fluent;

namespace ArgaliConcessions.Domain.Tests.Zones;

/// <summary>What must hold for any zones and any position.</summary>
public class JudgePropertyTests
{
    private static readonly double[] Accuracies = [0, 3, 5, 8, 13, 25, 50, 100, 250, 600, 1500, 5000, 50_000];

    [Fact]
    public void Judge_GreaterAccuracyRadius_NeverTurnsUnclearIntoClear() =>
        Property.Holds(
            Scenes(),
            scene =>
            {
                var map = new ZoneMap(scene.Zones);
                var answers = Accuracies.Select(accuracy => map.Judge(scene.Question(accuracy))).ToList();
                return answers.Zip(answers.Skip(1)).All(pair => StaysUnclear(pair.First, pair.Second));
            },
            tests: 150);

    [Fact]
    public void Judge_Inside_MeansTheWholeCircleIsInTheZones() =>
        Property.Holds(
            Scenes(),
            scene =>
            {
                var answer = new ZoneMap(scene.Zones).Judge(scene.Question(scene.Accuracy));
                var own = scene.Zones.Where(zone => zone.Kind == ZoneKind.Hunting && string.Equals(zone.Ref.Concession, "north", StringComparison.Ordinal)).ToList();
                return answer.Hunting switch
                {
                    // A slit of up to 10 m may be counted as ground, so the zones are asked with 10 m to spare.
                    HuntingGroundResult.Inside => scene.Circle(answer.RadiusMetres * 0.99).All(point => own.Exists(zone => IsWithin(zone, point, 10))),
                    HuntingGroundResult.Outside => !scene.Circle(answer.RadiusMetres * 0.99).Any(point => own.Exists(zone => Oracle.HoldsShape(zone.Boundary, point))),
                    _ => true,
                };
            },
            tests: 150);

    [Fact]
    public void Judge_InClosed_MeansTheWholeCircleIsClosed() =>
        Property.Holds(
            Scenes(),
            scene =>
            {
                var answer = new ZoneMap(scene.Zones).Judge(scene.Question(scene.Accuracy));
                var closed = scene.Zones.Where(zone => zone.Kind == ZoneKind.Closed).ToList();
                var circle = scene.Circle(scene.Radius * 0.99).ToList();
                return answer.ClosedGrounds.All(ground => ground.Kind == ClosedGroundKind.Hole || ground.Result != ClosedGroundResult.InClosed
                        || circle.TrueForAll(point => closed.Exists(zone => IsWithin(zone, point, 1))))
                    && (answer.Closed != ClosedGroundResult.Clear || !circle.Exists(point => closed.Exists(zone => Oracle.HoldsShape(zone.Boundary, point))));
            },
            tests: 150);

    private static bool StaysUnclear(PositionAnswer smaller, PositionAnswer greater) =>
        (smaller.Hunting != HuntingGroundResult.Unclear || greater.Hunting == HuntingGroundResult.Unclear)
        && (greater.Hunting == HuntingGroundResult.Unclear || greater.Hunting == smaller.Hunting)
        && (smaller.Closed == greater.Closed || greater.Closed == ClosedGroundResult.Unclear)
        && smaller.PointInside == greater.PointInside && smaller.MetresToEdge == greater.MetresToEdge
        && (greater.OtherConcession?.Certain != true || smaller.OtherConcession?.Certain == true);

    private static bool IsWithin(ZoneShape zone, (double Lon, double Lat) point, double metres) =>
        Oracle.HoldsShape(zone.Boundary, point)
        || zone.Boundary.Polygons.SelectMany(rings => rings).Any(ring => ring.Zip(ring.Skip(1)).Any(edge => Vincenty.MetresToEdge(point, edge.First, edge.Second) < metres));

    /// <summary>Two zones of the permit (one with a hole), two closed zones and a neighbour, all on top of each other, and a position among them.</summary>
    private static Gen<Scene> Scenes() =>
        from stars in Around().ArrayOf(5)
        from across in Property.Between(-1, 1)
        from up in Property.Between(-1, 1)
        from accuracy in Property.Between(0, 600)
        let first = stars[0].Ring
        let hole = first.Select(point => (stars[0].Centre.Lon + (point.Lon - stars[0].Centre.Lon) / 3, stars[0].Centre.Lat + (point.Lat - stars[0].Centre.Lat) / 3)).ToArray()
        select new Scene(
            [
                Draw.Hunting("north", "a", Draw.Shape(first, hole)), Draw.Hunting("north", "b", Draw.Shape(stars[1].Ring)),
                Draw.Closed("north", "c", Draw.Shape(stars[2].Ring)), Draw.Closed("south", "d", Draw.Shape(stars[3].Ring)),
                Draw.Hunting("south", "e", Draw.Shape(stars[4].Ring)),
            ],
            (75 + 0.08 * across, 38.5 + 0.08 * up), accuracy);

    private static Gen<Star> Around() =>
        from lon in Property.Between(74.95, 75.05)
        from lat in Property.Between(38.45, 38.55)
        from size in Property.Between(0.01, 0.08)
        from radii in Property.Between(0.3, 1).ArrayOf(9)
        select Star.Around(lon, lat, size, radii);

    private sealed record Scene(ZoneShape[] Zones, (double Lon, double Lat) Position, double Accuracy)
    {
        public double Radius => Math.Max(10, 2 * Accuracy);

        public PositionQuestion Question(double accuracy) => new(Position.Lon, Position.Lat, accuracy, Draw.Day, "north", ["a", "b"]);

        public IEnumerable<(double Lon, double Lat)> Circle(double metres) =>
            Enumerable.Range(0, 24).Select(i => Math.Tau * i / 24)
                .Select(angle => (Position.Lon + Draw.East(metres * Math.Cos(angle)), Position.Lat + Draw.North(metres * Math.Sin(angle))))
                .Append(Position);
    }
}
