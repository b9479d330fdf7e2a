namespace ArgaliConcessions.Functions.Pages.FieldSheets;

/// <summary>The field sheet's own styles: one column on a phone, two on paper; states are told by words and symbols, not by colour alone.</summary>
internal static class SheetStyles
{
    public const string Css = """
        body{max-width:60rem}.days{font-size:1.15rem;font-weight:600}
        .asof{font-size:clamp(1.5rem,7vw,2.4rem);line-height:1.1;font-weight:800;border-top:4px solid var(--ink);padding-top:.4rem;margin-top:.8rem}
        .cannot{font-size:1.15rem;font-weight:700;border:3px solid var(--ink);padding:.4rem .7rem}.warn{border:3px solid var(--bad);padding:.4rem .7rem;font-weight:600}.warn::before{content:"\26A0\00a0"}
        .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr));gap:.6rem}
        article{border:1px solid var(--soft);border-left:.4rem solid var(--good);border-radius:.3rem;padding:.4rem .7rem;break-inside:avoid;min-width:0}
        article.suspended{border-left:.4rem double var(--doubt)}article.revoked,article.returned,article.closed,article.used,article.expired{border-left:.4rem dashed var(--bad)}
        article h3{margin:0;font-size:1.1rem}.st{font-weight:700;margin:.1rem 0 .3rem}dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.05rem .6rem;margin:0;font-size:.92rem}dt{color:var(--soft)}dd{margin:0}
        .bans{padding-left:1.2rem}figure{margin:.6rem 0}.map{width:100%;max-width:44rem}svg text{font-family:inherit;fill:var(--ink)}figcaption span{display:inline-block;margin:0 .8rem .2rem 0}.sw{display:inline-block;width:1rem;height:.8rem;border:1px solid var(--ink);vertical-align:-1px;margin-right:.3rem}
        @media screen and (max-width:36rem){thead{display:none}tr{display:block;border-bottom:1px solid var(--soft);padding:.3rem 0}td{display:block;border:0;padding:.05rem .2rem}td[data-h]::before{content:attr(data-h) ": ";color:var(--soft)}}
        @media print{@page{size:A4}.cards{display:block;columns:2;column-gap:5mm}article{margin-bottom:2.5mm;padding:1mm 2.5mm;font-size:8.5pt;line-height:1.3}article h3{font-size:10.5pt}article dl{font-size:inherit}table{font-size:8.5pt}.asof{font-size:20pt}.cannot{font-size:11pt}.map{max-width:150mm}}

        """;
}
