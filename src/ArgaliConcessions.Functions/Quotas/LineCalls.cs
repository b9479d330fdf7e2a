using ArgaliConcessions.Functions.Http;

namespace ArgaliConcessions.Functions.Quotas;

/// <summary>Where a quota line lies, as routes name it.</summary>
internal static class LineCalls
{
    public const string LinesRoute = "concessions/{concession}/quotas/{year}";
    public const string LineRoute = LinesRoute + "/{line}";

    /// <summary>A hunting year of a concession.</summary>
    public static Call CheckYear(this Call call, string concession, string year) => call.CheckId("concession", concession).CheckId("year", year);

    public static Call CheckLine(this Call call, string concession, string year, string line) => call.CheckYear(concession, year).CheckId("line", line);

    /// <summary>A line's address below the prefix.</summary>
    public static string Address(string concession, string year, string line) => $"concessions/{concession}/quotas/{year}/{line}";
}
