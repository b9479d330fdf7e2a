namespace ArgaliConcessions.Functions.Console;

/// <summary>The console's own styles: large enough for a thumb, told by more than colour, and the focus always seen.</summary>
internal static class ConsoleStyles
{
    public const string Css = """
        body{max-width:76rem}a{color:#14532d}a:visited{color:#3b2f63}
        :focus-visible,input:focus-within{outline:3px solid #0b57d0;outline-offset:2px;border-radius:2px}main:focus{outline:none}
        .skip{position:absolute;left:-99rem;top:.5rem;background:#fff;padding:.5rem .8rem;border:2px solid var(--ink);z-index:2}.skip:focus{left:.5rem}
        .bar{display:flex;flex-wrap:wrap;gap:.4rem 1.2rem;align-items:center;border-bottom:3px solid var(--good);padding-bottom:.5rem;margin-bottom:1rem}
        .brand{margin:0;font-weight:800}.brand a{text-decoration:none;color:var(--ink)}
        .bar ul{display:flex;flex-wrap:wrap;list-style:none;margin:0;padding:0;gap:.1rem .3rem}.bar nav a{display:inline-block;padding:.45rem .55rem;text-decoration:none;color:var(--ink);border-radius:.3rem}
        .bar nav a:hover{text-decoration:underline}.bar nav a[aria-current]{background:var(--good);color:#fff}.languages a[aria-current]{background:none!important;color:var(--ink)!important;font-weight:700;text-decoration:underline}
        .who{display:flex;flex-wrap:wrap;gap:.3rem .8rem;align-items:center;margin-left:auto;font-size:.9rem}.who form{margin:0}
        button,.button{font:inherit;font-weight:700;min-height:2.75rem;padding:.45rem 1.1rem;border:2px solid var(--good);border-radius:.35rem;background:var(--good);color:#fff;cursor:pointer;display:inline-block;text-decoration:none}
        button.second,.button.second{background:#fff;color:var(--good)}button.plain{background:none;border:0;color:#14532d;text-decoration:underline;padding:.3rem;font-weight:400;min-height:2rem}.button:visited{color:#fff}.button.second:visited{color:var(--good)}
        form{margin:.8rem 0}fieldset{border:1px solid var(--line);border-radius:.4rem;margin:1rem 0;padding:.4rem 1rem 1rem}legend{font-weight:700;padding:0 .3rem}
        .field{margin:.8rem 0;max-width:38rem}.field label,.field .label{display:block;font-weight:600}.hint{color:var(--soft);font-size:.9em;margin:.1rem 0}
        input,select,textarea{font:inherit;padding:.45rem .5rem;border:1px solid #5a655e;border-radius:.3rem;background:#fff;color:var(--ink);max-width:100%;min-height:2.75rem}
        input[type=text],input[type=password],input[type=file],select,textarea{width:100%}textarea{min-height:7rem}input[type=checkbox],input[type=radio]{min-height:0;width:1.3rem;height:1.3rem;vertical-align:middle;margin-right:.5rem}
        [aria-invalid=true]{border:3px solid var(--bad)}.error{color:var(--bad);font-weight:700;margin:.15rem 0}.errors{border:3px solid var(--bad);border-radius:.4rem;padding:.5rem 1rem;margin:1rem 0}.errors h2{border:0;margin:0;color:var(--bad)}
        .choice{display:block;padding:.35rem 0}.choice label{display:inline;font-weight:400}.done{border:3px solid var(--good);border-radius:.4rem;padding:.5rem 1rem;margin:1rem 0}
        .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,16rem),1fr));gap:.8rem;list-style:none;padding:0;margin:.8rem 0}.cards>li{border:1px solid var(--line);border-left:.45rem solid var(--line);border-radius:.4rem;padding:.6rem .9rem}
        .cards .bad{border-left-color:var(--bad)}.cards .doubt{border-left-color:var(--doubt)}.cards .good{border-left-color:var(--good)}.cards h2,.cards h3{border:0;margin:0 0 .2rem;padding:0;font-size:1.05rem}.figure{font-size:1.7rem;font-weight:800;margin:0}
        .actions{display:flex;flex-wrap:wrap;gap:.6rem;align-items:center}.legend span{margin-right:1rem;white-space:nowrap}.sw{display:inline-block;width:1.1em;height:.8em;border:1px solid #5a655e;margin-right:.35em;vertical-align:middle}.scroll{overflow-x:auto}
        .years{display:flex;flex-wrap:wrap;gap:.3rem;list-style:none;padding:0}.years a{display:inline-block;padding:.4rem .7rem;border:1px solid var(--line);border-radius:.3rem;text-decoration:none}.years a[aria-current]{background:var(--good);color:#fff}
        figure{margin:1rem 0}.map svg{width:auto;max-height:85vh}.open{max-width:48rem}.season{width:100%}svg text{font-family:inherit;fill:var(--ink)}.months td,.months th{white-space:nowrap}
        @media (max-width:40rem){svg.map text[text-anchor][font-weight]:not([font-size="15"]){font-size:26px}.scroll table:has(th:nth-child(6)){min-width:50rem}}
        @media print{.bar,.skip,button,.button{display:none}}

        """;
}
