using System.Text;
using System.Text.Encodings.Web;
using ArgaliConcessions.Functions.Http;
using ArgaliConcessions.Functions.Http.Responses;
using ArgaliConcessions.Functions.Service;
using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Host.Local.Serving;

/// <summary>The page at <c>/</c>: every address that the program serves.</summary>
internal static class RootPage
{
    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}td{padding:.15rem 1.5rem .15rem 0;vertical-align:top}code{font-size:.95em}";

    public static Task WriteAsync(HttpContext http, RouteTable routes, string prefix) =>
        new PageAnswer(Page(routes, prefix, AnswerTexts.Of(http).Texts.Whole), null).ExecuteAsync(http);

    private static string Page(RouteTable routes, string prefix, Texts texts)
    {
        var html = HtmlEncoder.Default;
        var page = new StringBuilder("<!doctype html><html lang=\"").Append(texts.Language.Code).Append("\"><head><meta charset=\"utf-8\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>ArgaliConcessions</title><style>").Append(Style)
            .Append("</style></head><body><h1>ArgaliConcessions</h1><p>").Append(html.Encode(texts.Format("page.root.intro"))).Append("</p><table>");
        foreach (var route in routes.All)
        {
            var address = $"/{prefix}/{route.Route}";
            var open = route.Methods.Contains("GET") && !address.Contains('{', StringComparison.Ordinal);
            page.Append("<tr><td>").Append(html.Encode(string.Join(", ", route.Methods))).Append("</td><td><code>")
                .Append(open ? $"<a href=\"{html.Encode(address)}\">{html.Encode(address)}</a>" : html.Encode(address)).Append("</code></td></tr>");
        }

        return page.Append("</table></body></html>").ToString();
    }
}
