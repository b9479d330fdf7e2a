using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace ArgaliConcessions.Functions.Pages;

/// <summary>
/// A piece of HTML or SVG. Written as an interpolated string: what stands in it literally is markup, what is put into it is
/// escaped, unless it is markup itself. So no name or reason from outside can become a tag.
/// </summary>
public readonly record struct Markup(string? Text)
{
    public static readonly Markup None = new("");

    public static Markup Of(MarkupBuilder builder) => new(builder.ToString());

    /// <summary>Pieces one after another.</summary>
    public static Markup Join(IEnumerable<Markup> pieces) => new(string.Concat(pieces.Select(p => p.Text)));

    /// <summary>The piece, or nothing where the condition does not hold.</summary>
    public static Markup When(bool condition, Func<Markup> piece) => condition ? piece() : None;

    public override string ToString() => Text ?? "";
}

/// <summary>Escapes the values of an interpolated string; numbers are written the way SVG and CSS want them.</summary>
[InterpolatedStringHandler]
public readonly struct MarkupBuilder
{
    private readonly StringBuilder _text;

    public MarkupBuilder(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (16 * formattedCount));

    public void AppendLiteral(string literal) => _text.Append(literal);

    public void AppendFormatted(Markup markup) => _text.Append(markup.Text);

    public void AppendFormatted(IEnumerable<Markup> pieces)
    {
        foreach (var piece in pieces) _text.Append(piece.Text);
    }

    public void AppendFormatted(string? text) => _text.Append(WebUtility.HtmlEncode(text));

    public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>With one decimal: a tenth of a unit is finer than any screen or printer shows.</summary>
    public void AppendFormatted(double number) => _text.Append(number.ToString("0.#", CultureInfo.InvariantCulture));

    public override string ToString() => _text.ToString();
}
