namespace ArgaliConcessions.Functions.Pages.Report;

/// <summary>The report's own styles. Colour never stands alone: each has a symbol, a hatching or a word beside it.</summary>
internal static class ReportStyles
{
    public const string Css = """
        .warn{border:3px solid var(--bad);padding:.6rem .8rem;margin:0 0 1rem;font-weight:600}.warn::before{content:"\26A0\00a0"}
        .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.6rem;margin:1rem 0}
        .figures div{border:1px solid var(--line);border-radius:.4rem;padding:.5rem .7rem;background:var(--pale)}.figures b{display:block;font-size:1.7rem;line-height:1.1}
        .calm{border:2px solid var(--good);padding:.6rem .8rem;font-size:1.1rem}.calm::before{content:"\2713\00a0";color:var(--good)}
        .card{border:1px solid var(--line);border-left:.45rem solid var(--doubt);border-radius:.3rem;padding:.5rem .8rem;margin:.6rem 0}.card.violation{border-left-color:var(--bad)}
        .card h4{margin:0;font-size:1rem}.mark{font-weight:700}.violation .mark{color:var(--bad)}.notice .mark{color:var(--doubt)}
        .tag{display:inline-block;border:1px solid var(--soft);border-radius:1rem;padding:0 .5rem;font-size:.8rem;color:var(--soft);margin-right:.25rem}
        .card dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .7rem;margin:.3rem 0 0;font-size:.92rem}.card dt{color:var(--soft)}.card dd{margin:0}
        .legend span{display:inline-block;margin:0 1rem .2rem 0}.sw{display:inline-block;width:1rem;height:.8rem;border:1px solid var(--ink);vertical-align:-1px;margin-right:.3rem}
        figure{margin:.6rem 0}.season{width:100%;max-width:44rem}.bar{min-width:8rem}svg text{font-family:inherit;fill:var(--ink)}
        @media print{.card{padding:.25rem .6rem;margin:.35rem 0}.season{max-width:34rem}}
        @media(max-width:36rem){.card dl{grid-template-columns:1fr}.card dt{margin-top:.2rem}}

        """;
}
