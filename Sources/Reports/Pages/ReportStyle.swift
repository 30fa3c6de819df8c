/// The style sheet of a page, in three parts: the page, what stands on it, and paper.
///
/// Colours are the custom properties of `Theme.styleSheet`, so that text and figures are light and dark together.
enum ReportStyle {
  /// The page: type, measure, headings, links, contents.
  static let screen = """
    :root{color-scheme:light dark;--paper:var(--figure-paper);--ink:var(--figure-text);--soft:var(--figure-soft);\
    --line:var(--figure-grid);--wash:var(--figure-wash);--link:var(--figure-blue-text);--accent:var(--figure-blue);\
    --sans:-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Helvetica Neue","Liberation Sans",Arial,system-ui,sans-serif;\
    --mono:ui-monospace,"SF Mono","Cascadia Mono","Segoe UI Mono",Menlo,Consolas,"Liberation Mono",monospace}
    *,*::before,*::after{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:auto;scroll-padding-top:1rem}
    body{margin:0;background:var(--paper);color:var(--ink);font-family:var(--sans);font-size:1.0625rem;line-height:1.6;\
    font-kerning:normal;text-rendering:optimizeLegibility;overflow-wrap:break-word}
    h1,h2,h3,h4{line-height:1.25;font-weight:650;text-wrap:balance;letter-spacing:-.011em;margin:0}
    h1{font-size:clamp(1.75rem,1.3rem + 2vw,2.5rem);line-height:1.15;letter-spacing:-.02em}
    h2{font-size:clamp(1.375rem,1.2rem + .8vw,1.75rem);line-height:1.2;letter-spacing:-.015em}
    h3{font-size:1.1875rem;margin:2.25rem 0 .5rem}
    h4{font-size:1rem;margin:1.5rem 0 .375rem}
    p,ul,ol,dl{margin:.625rem 0}
    p,li,dd{max-width:70ch;text-wrap:pretty}
    ul,ol{padding-left:1.25rem}
    li+li{margin-top:.375rem}
    a{color:var(--link);text-decoration-thickness:.0625em;text-underline-offset:.16em}
    a:hover{text-decoration-thickness:.125em}
    :focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
    code,pre{font-family:var(--mono);font-size:.875em}
    .skip{position:absolute;left:.5rem;top:-4rem;background:var(--paper);padding:.5rem .875rem;z-index:2;\
    border:1px solid var(--line)}
    .skip:focus{top:.5rem}
    .masthead{padding:2.5rem 0 1.75rem;border-bottom:1px solid var(--line)}
    .masthead,.page,footer{max-width:48rem;margin:0 auto;padding-left:.9375rem;padding-right:.9375rem}
    .masthead .question{font-size:1.1875rem;line-height:1.5;color:var(--soft);margin:.875rem 0 0;max-width:60ch}
    .masthead .made{font-size:.875rem;color:var(--soft);margin:.875rem 0 0}
    main{display:block;min-width:0}
    section{padding-top:3.25rem}
    section>h2{padding-bottom:.75rem;border-bottom:2px solid var(--ink)}
    .count{color:var(--soft);font-weight:500;font-variant-numeric:tabular-nums;margin-right:.25em}
    .contents{padding-top:1.5rem;font-size:.9375rem;line-height:1.4}
    .contents-title{font-weight:650;margin:0 0 .5rem}
    .contents ol{list-style:none;margin:0;padding:0}
    .contents li+li{margin-top:.125rem}
    .contents a{display:grid;grid-template-columns:1.5rem minmax(0,1fr);text-decoration:none;padding:.3125rem 0;color:var(--ink)}
    .contents a:hover{text-decoration:underline}
    footer{margin-top:4rem;padding-top:1.25rem;padding-bottom:3rem;border-top:1px solid var(--line);\
    color:var(--soft);font-size:.875rem}
    @media screen and (min-width:72rem){
    .masthead,.page,footer{max-width:66rem}
    .page{display:grid;grid-template-columns:13.5rem minmax(0,1fr);column-gap:3.5rem}
    .contents{position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;padding-top:3.5rem;font-size:.875rem}
    }

    """

  /// What stands on the page: findings, figures, tables, formulas, commands.
  static let parts = """
    figure{margin:0}
    .finding{margin:2.25rem 0 0;padding:0 0 2.5rem;border-bottom:1px solid var(--line)}
    section>.finding:last-child{border-bottom:0;padding-bottom:0}
    .finding h3{margin:0;font-size:1.3125rem}
    .finding .number{color:var(--soft);font-weight:500}
    .asked{color:var(--soft);font-size:.9375rem;margin:0 0 .375rem}
    .said{margin:.625rem 0 0}
    .grade{font-size:.9375rem;line-height:1.5;color:var(--soft);margin:.625rem 0 0}
    .grade strong{color:var(--ink);font-weight:600}
    .measured{font-size:.9375rem;line-height:1.45;margin:1.125rem 0 .5rem}
    .meter{display:inline-flex;gap:3px;margin-right:.5rem;vertical-align:.02em}
    .meter i{width:.625rem;height:.625rem;border:1.5px solid var(--soft);border-radius:1px}
    .meter i.on{background:var(--accent);border-color:var(--accent)}
    .meter.open i.on{background:var(--figure-ochre);border-color:var(--figure-ochre)}
    .invented{display:block;width:fit-content;font-weight:700;font-size:.9375rem;line-height:1.4;color:#1a1d21;background:#ffd24a;\
    border:2px solid #1a1d21;padding:.125rem .625rem;margin:.625rem 0 .25rem}
    .invented.banner{width:auto;max-width:none;font-size:1.0625rem;padding:.5rem .875rem;margin:0 0 1.5rem}
    .drawing{margin:.5rem 0}
    .drawing svg{display:block;max-width:100%;height:auto}
    .drawing.narrow{display:none}
    @media screen and (max-width:46rem){.drawing.wide{display:none}.drawing.narrow{display:block}}
    .facts,.method-facts,.members{font-size:.875rem;line-height:1.5;margin:.75rem 0;display:grid;row-gap:.25rem}
    .facts>div,.method-facts>div,.members>div{display:grid;grid-template-columns:7rem minmax(0,1fr);column-gap:.875rem}
    .members>div{grid-template-columns:11rem minmax(0,1fr)}
    .method-facts{row-gap:.625rem}
    dt{color:var(--soft);font-weight:400}
    dd{margin:0;grid-column:2}
    dd+dd{margin-top:.25rem}
    .cautions{font-size:.9375rem;line-height:1.5;list-style:none;padding:.625rem 1rem;margin:1rem 0;background:var(--wash);\
    border-left:4px solid var(--figure-ochre)}
    .headlines{list-style:none;padding:0;margin:1.5rem 0 0;counter-reset:headline}
    .headlines>li{counter-increment:headline;position:relative;padding:0 0 0 2.75rem;max-width:none}
    .headlines>li+li{margin-top:1.375rem}
    .headlines>li::before{content:counter(headline);position:absolute;left:0;top:.0625rem;width:1.875rem;height:1.875rem;\
    line-height:1.875rem;text-align:center;font-weight:650;font-size:.9375rem;border-radius:50%;background:var(--ink);color:var(--paper)}
    .headlines .sentence{font-size:1.1875rem;line-height:1.45;font-weight:550;margin:0}
    .headlines .grade{margin-top:.375rem}
    .cannot-tell{margin-top:2rem;padding:1.25rem 1.25rem 1rem;background:var(--wash);border-left:4px solid var(--figure-ochre)}
    .cannot-tell h3{margin-top:0}
    .scroll{overflow-x:auto;margin:.875rem 0;max-width:100%}
    table{border-collapse:collapse;font-size:.875rem;line-height:1.4;font-variant-numeric:tabular-nums lining-nums;min-width:min(100%,22rem)}
    caption{text-align:left;color:var(--soft);padding:0 0 .5rem;max-width:70ch}
    th,td{text-align:left;vertical-align:top;padding:.3125rem .875rem .3125rem 0;font-weight:400}
    th:last-child,td:last-child{padding-right:0}
    thead th{font-weight:600;border-bottom:1.5px solid var(--axis,var(--soft));vertical-align:bottom}
    tbody tr{border-bottom:1px solid var(--line)}
    tbody th{font-weight:500}
    .plain tbody th{min-width:5.5rem}
    .numbers .n{text-align:right;white-space:nowrap;padding-right:1.5rem}
    .numbers .n:last-child{padding-right:0}
    .choices{min-width:min(100%,30rem)}
    .plain{width:100%}
    .plain td{min-width:7rem}
    .digest,.line,.address{overflow-wrap:anywhere;font-size:.75rem}
    .address{font-size:inherit}
    .digest,.line{display:block;min-width:16rem}
    .strip{margin:1.25rem 0}
    .strip-title{font-size:.9375rem;line-height:1.45;margin:0 0 .5rem}
    .differs{font-weight:650}
    .differs::before{content:"\\2260\\00a0"}
    .agrees::before{content:"=\\00a0"}
    details{border-top:1px solid var(--line)}
    details:last-of-type{border-bottom:1px solid var(--line)}
    summary{cursor:pointer;padding:.5rem 0;font-size:.9375rem;font-weight:550}
    summary:hover{color:var(--link)}
    .opened{padding:0 0 .875rem;font-size:.9375rem}
    .opened>:first-child{margin-top:.125rem}
    .opened>:last-child{margin-bottom:0}
    .formula{display:block;white-space:pre-wrap;background:var(--wash);padding:.5rem .75rem;overflow-wrap:anywhere}
    .formula-block+.formula-block{border-top:1px solid var(--line);margin-top:1rem;padding-top:.5rem}
    .used{font-size:.9375rem}
    .again{margin-top:1rem}
    .again-title{font-size:.875rem;color:var(--soft);margin:0 0 .25rem}
    .command{margin:0;padding:.625rem .75rem;background:var(--wash);border:1px solid var(--line);white-space:pre-wrap;\
    overflow-wrap:anywhere;line-height:1.5;user-select:all;-webkit-user-select:all}
    .word{display:inline-block;max-width:100%;overflow-wrap:anywhere}
    .files,.elsewhere{font-size:.875rem;margin:.5rem 0 0}
    .notes{font-size:.875rem}
    @media screen and (max-width:46rem){
    .facts>div,.method-facts>div{grid-template-columns:5.5rem minmax(0,1fr);column-gap:.75rem}
    .members>div{grid-template-columns:7.5rem minmax(0,1fr)}
    caption{max-width:calc(100vw - 1.875rem)}
    .choices{min-width:0}
    th,td{padding-right:.625rem}
    .cannot-tell{padding:1rem 1rem .75rem}
    }

    """

  /// Paper: A4, everything open that fits it, nothing split that belongs together.
  static let print = """
    @page{size:A4;margin:16mm 15mm 18mm;\
    @bottom-right{content:counter(page) " / " counter(pages);font:9pt system-ui,"Liberation Sans",Arial,sans-serif;color:#53595f}}
    @media print{
    :root{color-scheme:light}
    body{font-size:10.5pt;line-height:1.45}
    h1{font-size:24pt}h2{font-size:17pt}h3,.finding h3{font-size:12.5pt}
    .masthead,.page,footer{max-width:none;padding-left:0;padding-right:0}
    .masthead{padding-top:0}
    .skip{display:none}
    a{color:inherit;text-decoration:none}
    section{padding-top:0;margin-top:14mm}
    #answer,#place,#limits,#annex{break-before:page;margin-top:0}
    h1,h2,h3,h4,caption,summary,figcaption,figcaption>p,.again-title,.invented{break-after:avoid}
    .drawing,.drawing svg,.cautions,.cannot-tell,.facts>div,.method-facts>div,.command,.headlines>li,tr,figcaption{break-inside:avoid}
    thead{display:table-header-group}
    .drawing.wide{display:block}.drawing.narrow{display:none}
    .drawing svg{max-height:215mm;width:auto}
    details::details-content{content-visibility:visible;display:block;height:auto;block-size:auto;opacity:1}
    details.long::details-content,.first-page details::details-content{content-visibility:hidden;display:none}
    summary{list-style:none}
    summary::-webkit-details-marker{display:none}
    .first-page details,.first-page .strip,.first-page .again,.first-page .files,.first-page .scroll,\
    .first-page .asked,.first-page .grade,.first-page .cautions,.first-page .elsewhere,.first-page .facts>div:nth-child(n+3){display:none}
    .finding{margin-top:7mm;padding-bottom:7mm}
    .finding.first-page{margin-top:5mm;padding-bottom:0;border-bottom:0}
    .first-page .drawing svg{max-height:80mm}
    .headlines{margin-top:3mm}.headlines>li+li{margin-top:2mm}
    .headlines .sentence{font-size:11.5pt}.headlines .said{font-size:9.5pt;margin:0}.headlines .asked{display:none}\
    .headlines .grade,.finding .grade{font-size:9pt}
    .cannot-tell{margin-top:4mm;padding:3mm 4mm 2mm}
    .cannot-tell li+li{margin-top:1mm}
    .short{break-inside:avoid}
    .scroll{overflow:visible}
    table{font-size:8.5pt}
    .numbers,.choices{min-width:66%}
    .plain{width:100%}
    th,td{overflow-wrap:anywhere;padding-right:2.5mm}
    .numbers th,.numbers td{overflow-wrap:break-word}
    .plain td,.digest,.line{min-width:0}
    .invented,.meter i,.headlines>li::before,.cautions,.cannot-tell,.command,.formula{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    }

    """
}
