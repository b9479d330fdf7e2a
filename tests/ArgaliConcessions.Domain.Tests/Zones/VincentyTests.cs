namespace ArgaliConcessions.Domain.Tests.Zones;

public class VincentyTests
{
    /// <summary>Flinders Peak to Buninyong on GRS80, 54,972.271 m (Geoscience Australia, GDA technical manual, 4.1).</summary>
    [Fact]
    public void Metres_PublishedExample_IsItsDistance()
    {
        var flinders = (144 + 25 / 60.0 + 29.52440 / 3600, -(37 + 57 / 60.0 + 3.72030 / 3600));
        var buninyong = (143 + 55 / 60.0 + 35.38390 / 3600, -(37 + 39 / 60.0 + 10.15610 / 3600));
        Assert.Equal(54_972.271, Vincenty.Metres(flinders, buninyong), 0.002);
    }
}
