namespace ArgaliConcessions.Functions.Pages.Verdict;

/// <summary>The verdict page's own styles: readable at arm's length in bright light, and in black and white.</summary>
internal static class VerdictStyles
{
    public const string Css = """
        body{max-width:40rem}
        article{border-top:.8rem solid var(--doubt);padding-top:.4rem;margin-bottom:3rem}.valid{border-color:var(--good)}.notValid{border-color:var(--bad)}
        .word{font-size:clamp(1.3rem,7vw,4.5rem);line-height:1.05;font-weight:800;margin:.2rem 0;color:#fff;background:var(--doubt);padding:.3rem .8rem;border-radius:.4rem;-webkit-print-color-adjust:exact;print-color-adjust:exact}
        .valid .word{background:var(--good)}.notValid .word{background:var(--bad)}
        .next{font-size:1.15rem;border:2px solid var(--ink);border-radius:.4rem;padding:.5rem .8rem}
        .subject{display:grid;grid-template-columns:fit-content(45%) 1fr;gap:.2rem .9rem}.subject dt{color:var(--soft)}.subject dd{margin:0;font-weight:600}
        .checks{list-style:none;padding:0}.checks li{padding:.45rem 0 .45rem .6rem;border-bottom:1px solid var(--line);border-left:.35rem solid var(--line)}
        .checks .fail{border-left-color:var(--bad)}.checks .cannotTell{border-left-color:var(--doubt)}.checks .pass{border-left-color:var(--good)}.mark{font-weight:800}
        .several{border:2px solid var(--doubt);padding:.5rem .8rem}

        """;
}
