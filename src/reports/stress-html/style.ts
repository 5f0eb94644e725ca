/** The page's only style sheet: one column that a phone shows too, both colour schemes, print. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #ffffff; --card: #f6f7f9; --line: #d5d9e0; --text: #1b1f27; --quiet: #545c6a;
  --good: #0a6b3d; --bad: #b3261e; --odd: #7a4b00; --link: #0b5cad;
  --running: #0b5cad; --healthy: #0a7a46;
  --on-demand: #4a55c4; --spot: #e08a00; --failed: #b3261e; --told: #7a4b00;
  --zone-0: #0f766e; --zone-1: #5eaaa2; --zone-2: #a9d5cf; --zone-3: #cfe8e4;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #12151b; --card: #1a1f28; --line: #343b48; --text: #e8ebf1; --quiet: #a6afbf;
    --good: #5fd39a; --bad: #ff8a80; --odd: #f0bd62; --link: #8ab8ff;
    --running: #7ab0ff; --healthy: #5fd39a;
    --on-demand: #8c96f5; --spot: #ffb74d; --failed: #ff8a80; --told: #f0bd62;
    --zone-0: #7fd6cb; --zone-1: #48a398; --zone-2: #276f67; --zone-3: #174641;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: break-word; }
main, header, footer { max-width: 62rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 2.5rem; }
footer { padding-bottom: 3rem; color: var(--quiet); }
h1 { font-size: clamp(1.6rem, 5vw, 2.5rem); line-height: 1.15; margin: 0 0 .75rem; text-wrap: balance; }
h2 { font-size: 1.4rem; margin: 3rem 0 .5rem; }
h3 { font-size: 1.15rem; margin: 0; } * + h3 { margin-top: 1.5rem; }
h4 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
p { margin: .5rem 0; max-width: 46rem; }
a { color: var(--link); }
code { font-size: .9em; overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--page); padding: .5rem; }
.quiet { color: var(--quiet); }
.lead { font-size: 1.1rem; }
.holds { color: var(--good); } .broken { color: var(--bad); } .false, .open { color: var(--odd); }
.verdict { border-left: .4rem solid currentColor; padding-left: 1rem; }
.mark { font-weight: 600; white-space: nowrap; }
article { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; margin: 1.25rem 0; }
article > header { padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; justify-content: space-between; }
figure { margin: 1rem 0; }
figcaption { color: var(--quiet); font-size: .9rem; }
figure svg { display: block; width: 100%; height: auto; min-width: 36rem; font-size: 11.5px; fill: var(--text); }
svg .name { font-weight: 600; } svg .tick { fill: var(--quiet); font-size: 10.5px; font-variant-numeric: tabular-nums; }
svg .grid { stroke: var(--line); stroke-width: .75; fill: none; } svg .start { stroke: var(--quiet); stroke-dasharray: 2 3; }
svg .line { stroke: var(--paint); stroke-width: 1.75; fill: none; } svg .mark-line { stroke-width: 2.5; }
svg .area { fill: var(--paint); } svg .key { fill: var(--paint); }
svg .desired { --paint: var(--line); } svg .running { --paint: var(--running); } svg .healthy { --paint: var(--healthy); }
svg .on-demand { --paint: var(--on-demand); } svg .spot { --paint: var(--spot); } svg .failed { --paint: var(--failed); }
svg .told { --paint: var(--told); } svg .zone-0 { --paint: var(--zone-0); } svg .zone-1 { --paint: var(--zone-1); }
svg .zone-2 { --paint: var(--zone-2); } svg .zone-3 { --paint: var(--zone-3); }
.scroll { overflow-x: auto; position: relative; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
caption { text-align: left; color: var(--quiet); padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-top: 1px solid var(--line); }
th { font-weight: 600; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
ul { padding-left: 1.2rem; margin: .25rem 0; }
ul.claims, ol.story { list-style: none; padding: 0; }
ul.claims > li { border-top: 1px solid var(--line); padding: .5rem 0; display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: 0 1rem; }
ul.claims p, ul.claims details { margin: 0 0 .15rem; } ul.claims .mark { white-space: normal; }
ul.claims .quiet, ul.claims details { font-size: .9rem; }
ul.contents { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1rem 0; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.wide th[scope="row"], .wide thead td { position: sticky; left: 0; background: var(--page); z-index: 1; }
article .wide th[scope="row"] { background: var(--card); } .wide td + td { padding-left: .25rem; }
.matrix { table-layout: fixed; width: max(100%, 45rem); font-size: .85rem; }
.matrix thead td { width: 13rem; border: 0; } .matrix tbody th { vertical-align: middle; padding-right: .5rem; }
.matrix tbody td, .matrix thead th { text-align: center; vertical-align: middle; padding: .25rem; border-left: 1px solid var(--line); }
.matrix thead th { writing-mode: vertical-rl; transform: rotate(180deg); height: 14rem; text-align: left; line-height: 1.2; border: 0; }
.matrix .falls { background: var(--good); color: var(--page); font-weight: 600; print-color-adjust: exact; } .matrix .none { color: var(--quiet); }
ol.story { font-size: .9rem; }
ol.story > li { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); gap: .5rem; overflow-wrap: anywhere; }
ol.story time { font-variant-numeric: tabular-nums; color: var(--quiet); text-align: right; }
details { margin: .75rem 0; }
summary { cursor: pointer; color: var(--link); }
dl.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .15rem 1rem; margin: .75rem 0; }
dl.facts dt { color: var(--quiet); } dl.facts dd { margin: 0; }
@media (max-width: 40rem) {
  .rows, .rows caption, .rows tbody, .rows tr, .rows th, .rows td { display: block; } .rows thead { display: none; }
  .rows tr { border-top: 1px solid var(--line); padding: .5rem 0; } .rows tr > * { border: 0; padding: .1rem 0; }
  .rows td { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: 0 .75rem; }
  .rows td.number { text-align: left; white-space: normal; }
  .rows td::before { content: attr(data-column); color: var(--quiet); }
  .matrix { width: 36rem; } .matrix thead td { width: 8.5rem; }
  dl.facts { grid-template-columns: minmax(0, 1fr); } dl.facts dd { margin-bottom: .5rem; }
  ol.story > li { grid-template-columns: 4.5rem minmax(0, 1fr); }
  ul.claims > li { grid-template-columns: minmax(0, 1fr); }
}
@media print {
  :root { color-scheme: light; }
  body { font-size: 10pt; } .skip, nav { display: none; }
  article { background: none; border-width: 1px 0 0; border-radius: 0; padding: 1rem 0; }
  figure, tr, ul.claims > li { break-inside: avoid; } h2, h3, h4, summary { break-after: avoid; }
  details:not(.run) { display: none; }
  details.run::details-content { content-visibility: visible; } details.run > summary { list-style: none; color: inherit; }
  .scroll { overflow: visible; } figure svg { min-width: 0; } a { color: inherit; text-decoration: none; }
  .matrix { width: 100%; font-size: .7rem; } .matrix thead td { width: 10rem; }
}
`;
