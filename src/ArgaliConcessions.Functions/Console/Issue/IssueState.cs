using System.Collections.Immutable;
using ArgaliConcessions.Functions.Console.Forms;
using ArgaliConcessions.Functions.Http.Bodies;
using NodaTime;

namespace ArgaliConcessions.Functions.Console.Issue;

/// <summary>What stands in the form, and what was said to it.</summary>
/// <param name="Values">By field; what was left empty is not there.</param>
internal sealed record IssueState(IReadOnlyDictionary<string, string> Values, IReadOnlyList<string> Zones, IReadOnlyList<IssueObjection> Objections)
{
    /// <summary>Whether it was checked, and nothing speaks against it.</summary>
    public bool Good { get; init; }

    /// <summary>What is flagged and let pass all the same, where it is good.</summary>
    public IReadOnlyList<IssueObjection> Noted { get; init; } = [];

    public string? Value(string field) => Values.GetValueOrDefault(field);

    public IReadOnlyList<string> Errors(string field) => [.. Objections.Where(o => o.Field == field).Select(o => o.Words)];

    public static IssueState Empty(string concession, string year) => new(
        new Dictionary<string, string>(StringComparer.Ordinal) { [IssueField.Concession] = concession, [IssueField.Year] = year }, [], []);

    /// <summary>The form as it was sent; with the days of a proposal where one was chosen.</summary>
    public static IssueState Of(Form form)
    {
        string[] fields =
        [
            IssueField.Concession, IssueField.Year, IssueField.Line, IssueField.NameLatin, IssueField.NameCyrillic, IssueField.Passport, IssueField.Nationality, IssueField.Document,
            IssueField.Outfitter, IssueField.FeePaidOn, IssueField.Weapon, IssueField.Tag, IssueField.Party,
            .. Enumerable.Range(1, IssueField.Ranges).SelectMany(r => new[] { IssueField.From(r), IssueField.To(r) }),
        ];
        var values = fields.Where(form.Has).ToDictionary(f => f, f => form.Text(f)!, StringComparer.Ordinal);
        foreach (var (field, value) in Chosen(form.Text(IssuePage.UseField)))
        {
            if (value.Length == 0) values.Remove(field);
            else values[field] = value;
        }

        return new IssueState(values, form.All(IssueField.Zones), []);
    }

    /// <summary>Ranges as a button carries them: <c>2015-10-05/2015-10-20,…</c>.</summary>
    public static string Write(ImmutableArray<DateInterval> ranges) => string.Join(',', ranges.Select(r => $"{Iso(r.Start)}/{Iso(r.End)}"));

    /// <summary>What cannot be read is no choice: the form stays as it is.</summary>
    private static IEnumerable<(string Field, string Value)> Chosen(string? ranges)
    {
        var read = ranges?.Split(',').Take(IssueField.Ranges).Select(r => r.Split('/')).ToList() ?? [];
        if (read.Count == 0 || !read.TrueForAll(r => r.Length == 2 && r.All(d => Wire.Date(d) is not null))) yield break;
        for (var row = 1; row <= IssueField.Ranges; row++)
        {
            yield return (IssueField.From(row), row <= read.Count ? read[row - 1][0] : "");
            yield return (IssueField.To(row), row <= read.Count ? read[row - 1][1] : "");
        }
    }

    private static string Iso(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);
}
