namespace ArgaliConcessions.Functions.Pages.Papers;

/// <summary>The printed permit's own styles: a form on paper, one column on a phone.</summary>
internal static class PaperStyles
{
    public const string Css = """
        body{max-width:52rem}h2{margin:.2rem 0 .3rem;font-size:1.05rem}.numbers{font-size:1.1rem}.numbers b{white-space:nowrap}
        dl{display:grid;grid-template-columns:fit-content(42%) minmax(0,1fr);gap:.1rem .8rem;margin:.3rem 0}dt{color:var(--soft)}dd{margin:0;border-bottom:1px dotted var(--line)}.blank{border-bottom:1px solid var(--ink);min-height:1.7em}
        .counterfoil{border:1px solid var(--ink);padding:.5rem .8rem}.cut{border-bottom:2px dashed var(--ink);height:.9rem;line-height:1;margin:.5rem 0 .9rem}
        .top{display:flex;flex-wrap:wrap;gap:1rem;justify-content:space-between}.code{margin:0;display:flex;gap:.6rem;max-width:26rem;align-items:center}.code svg{width:7rem;flex:none}.code figcaption{font-size:.8rem;overflow-wrap:anywhere;min-width:0}
        .tears{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));gap:.8rem;margin-top:1rem}.tear{border:2px dashed var(--ink);padding:.5rem .8rem;break-inside:avoid}.tear h2{font-size:1.3rem;border:0}
        .map{width:100%;max-width:44rem}svg text{font-family:inherit;fill:var(--ink)}.foot{border-top:1px solid var(--ink);margin-top:1rem;font-size:.85rem}
        .across{position:fixed;top:38%;left:0;right:0;margin:0;text-align:center;font-size:clamp(2rem,11vw,6rem);line-height:1;font-weight:800;color:#a01c1c;opacity:.42;transform:rotate(-28deg);pointer-events:none;text-transform:uppercase;overflow-wrap:normal;z-index:1}.across.long{font-size:clamp(1.2rem,7vw,4.2rem)}
        @media print{@page{size:A4;margin:9mm 10mm}body{font-size:7.8pt;line-height:1.28}h1{font-size:14pt;margin:0}h2{font-size:10pt}.numbers{font-size:10pt;margin:0}.counterfoil dl,main dl{grid-template-columns:19% 1fr 19% 1fr}.foot{font-size:7pt;margin-top:2mm}dl{gap:.3mm 3mm;margin:.6mm 0}.counterfoil{padding:1.5mm 3mm}.cut{margin:1mm 0 2mm}.tears{grid-template-columns:1fr 1fr;gap:4mm;margin-top:2mm}.tear{padding:1mm 3mm}.code svg{width:24mm}.blank{min-height:5mm}.back{break-before:page}.map{max-width:150mm}.across{font-size:64pt}.across.long{font-size:44pt}}

        """;
}
