using ArgaliConcessions.Application.Imports.Tables;
using ArgaliConcessions.Domain.Law;

namespace ArgaliConcessions.Application.Imports.Registry;

/// <summary>The four columns of a legal act: title, number, date, link.</summary>
internal sealed record ActColumns(Column Title, Column Number, Column PublishedOn, Column Url)
{
    private const int LongestTitle = 400;
    private const int LongestNumber = 80;
    private const int LongestUrl = 1_000;

    public IEnumerable<Column> Columns => [Title, Number, PublishedOn, Url];

    /// <summary>The act; null when no cell of it is filled, a fault when only some are.</summary>
    public LegalBasis? Read(RowReader row)
    {
        var (title, number) = (row.Text(Title.Name, LongestTitle), row.Text(Number.Name, LongestNumber));
        var (date, url) = (row.Date(PublishedOn.Name), UrlOf(row));
        if (!Columns.Any(c => row.Row.Cells.ContainsKey(c.Name))) return null;
        row.Need(Title.Name);
        row.Need(Number.Name);
        row.Need(PublishedOn.Name);
        return title is null || number is null || date is not { } day ? null : new LegalBasis(title, number, day, url);
    }

    /// <summary>The act; a fault when it is not there.</summary>
    public LegalBasis? Required(RowReader row)
    {
        if (!Columns.Any(c => row.Row.Cells.ContainsKey(c.Name))) row.Missing(Title.Name);
        return Read(row);
    }

    public IEnumerable<(string Column, string Text)> Cells(LegalBasis? act) => act is null ? [] :
    [
        (Title.Name, act.Title), (Number.Name, act.Number), (PublishedOn.Name, CellText.Of(act.PublishedOn)),
        .. act.Url is { } url ? [(Url.Name, url)] : Array.Empty<(string, string)>(),
    ];

    private string? UrlOf(RowReader row)
    {
        if (row.Text(Url.Name, LongestUrl) is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http") return text;
        row.Reject(Url.Name, "bad-url");
        return null;
    }
}
