using ArgaliConcessions.Functions.Wording;

namespace ArgaliConcessions.Functions.Pages;

/// <summary>What all pages share: one file without script, readable on paper, on a phone, and in black and white.</summary>
internal static class PageLayout
{
    public static string Page(Texts texts, string title, Markup body, string styles = "") => Markup.Of(
        $"""
        <!doctype html>
        <html lang="{texts.Language.Code}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>{title}</title>
        <style>{new Markup(Common + styles)}</style>
        </head>
        <body>
        {body}
        </body>
        </html>

        """).ToString();

    private const string Common = """
        :root{--ink:#1d2420;--soft:#5a655e;--line:#cfd6d1;--paper:#fff;--good:#1d6b3c;--bad:#a01c1c;--doubt:#8a5a00;--pale:#f4f6f4}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:62rem;padding:1rem;color:var(--ink);background:var(--paper);font:16px/1.45 "Noto Sans","DejaVu Sans",system-ui,sans-serif;overflow-wrap:break-word}
        h1{font-size:1.6rem;line-height:1.2;margin:.2rem 0 .4rem}h2{font-size:1.2rem;margin:2rem 0 .5rem;border-bottom:2px solid var(--ink);padding-bottom:.15rem}h3{font-size:1rem;margin:1.2rem 0 .3rem}
        p{margin:.35rem 0}.soft{color:var(--soft);font-size:.9em}
        table{border-collapse:collapse;width:100%;font-size:.92rem}th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid var(--line)}td.n,th.n{text-align:right}td.n,.whole{white-space:nowrap}dd{min-width:0;overflow-wrap:anywhere}
        .wide{overflow-x:auto}svg{max-width:100%;height:auto;display:block}
        @media print{body{max-width:none;padding:0;font-size:9.5pt}h2{margin-top:1.1rem}figure svg{max-height:150mm;width:auto}h2{break-after:avoid}h3,h4{break-after:avoid}tr,.card,svg,figure{break-inside:avoid}thead{display:table-header-group}.wide{overflow:visible}@page{margin:14mm}}

        """;
}
