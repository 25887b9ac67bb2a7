/// The style sheet of the page. Colors come in pairs for light and dark; each that carries a meaning goes with a sign or a word.
enum PageStyle {
    static let text: StaticString = """

        :root {
          color-scheme: light dark;
          --ground: light-dark(#f4f6f8, #0e1216); --card: light-dark(#ffffff, #161b21); --ink: light-dark(#1b2127, #e7ebef);
          --muted: light-dark(#55606b, #a3adb8); --line: light-dark(#d9dfe5, #2c343d); --accent: light-dark(#0a55c9, #7db4ff);
          --create: light-dark(#146c33, #63d78a); --create-ground: light-dark(#e2f6e8, #11301c);
          --update: light-dark(#7a4d00, #edbd4f); --update-ground: light-dark(#fff3d2, #33270b);
          --delete: light-dark(#a5211b, #ff938a); --delete-ground: light-dark(#ffe9e7, #3c1715);
          --mono: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace;
          font: 15px/1.5 system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif;
        }
        :root[data-theme="light"] { color-scheme: light; }
        :root[data-theme="dark"] { color-scheme: dark; }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--ink); }
        main, .top, footer { max-width: 76rem; margin: 0 auto; padding: 0 1.5rem; }
        code, pre, kbd, .diff td, .values td { font-family: var(--mono); font-size: .87em; }
        h1 { font-size: 1.75rem; line-height: 1.2; margin: 0; overflow-wrap: anywhere; letter-spacing: -.01em; }
        h2 { font-size: 1.2rem; margin: 2.75rem 0 .75rem; }
        h3 { font-size: .95rem; margin: 1.5rem 0 .5rem; color: var(--muted); font-weight: 600; }
        ul { margin: 0; padding: 0; list-style: none; }
        a { color: var(--accent); }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
        .skip { position: absolute; left: -99rem; }
        .skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; z-index: 3; }
        [hidden] { display: none !important; }

        .top { display: grid; grid-template-columns: 1fr auto; gap: 1rem; padding-top: 2.25rem; }
        .command { margin: 0 0 .15rem; color: var(--muted); font: 600 .85rem var(--mono); }
        .scope { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 0; }
        .scope dt { color: var(--muted); font-size: .8rem; }
        .scope dd { margin: 0; }
        .verdict { grid-column: 1 / -1; border: 1px solid var(--line); border-left: 5px solid var(--accent); background: var(--card);
          border-radius: 8px; padding: .8rem 1.1rem; }
        .verdict p { margin: 0; }
        .verdict p:first-child { font-weight: 600; }
        .verdict.good { border-left-color: var(--create); }
        .verdict.bad { border-left-color: var(--delete); }
        .tiles { grid-column: 1 / -1; display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .75rem; }
        .tiles li { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .6rem 1rem; color: var(--muted); }
        .tiles b { display: block; font-size: 1.7rem; line-height: 1.2; color: var(--ink); font-variant-numeric: tabular-nums; }
        .tiles .create b { color: var(--create); } .tiles .update b { color: var(--update); } .tiles .delete b { color: var(--delete); }
        button { font: inherit; color: inherit; cursor: pointer; }
        .quiet { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .3rem .7rem; min-height: 2.1rem; }
        .quiet:hover { border-color: var(--muted); }
        #theme { align-self: start; }
        .badge { background: var(--line); border-radius: 99px; padding: .05rem .55rem; font-size: .8rem; font-weight: 600; }

        .finding { background: var(--card); border: 1px solid var(--line); border-left: 5px solid var(--muted); border-radius: 8px;
          padding: .8rem 1.1rem; margin-bottom: .6rem; }
        .finding h3 { margin: 0; color: var(--ink); font-size: 1rem; overflow-wrap: anywhere; }
        .finding h3 code { color: var(--muted); font-weight: 400; }
        .finding p { margin: .4rem 0 0; overflow-wrap: anywhere; }
        .finding pre { margin: .5rem 0 0; overflow-x: auto; background: var(--ground); padding: .5rem .75rem; border-radius: 6px; }
        .finding .places { color: var(--muted); }
        .finding.error { border-left-color: var(--delete); } .finding.warning { border-left-color: var(--update); }
        .more { margin-bottom: .6rem; }
        .more summary { cursor: pointer; color: var(--muted); padding: .3rem .5rem; }
        .more[open] summary { margin-bottom: .5rem; }
        .severity { text-transform: uppercase; font-size: .72rem; letter-spacing: .05em; border-radius: 4px; padding: .15rem .45rem;
          background: var(--line); color: var(--ink); vertical-align: .1em; }
        .error .severity { background: var(--delete-ground); color: var(--delete); }
        .warning .severity { background: var(--update-ground); color: var(--update); }
        .fix b, .failure b { color: var(--create); }

        .toolbar { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: .6rem; padding: .7rem 0;
          background: var(--ground); border-bottom: 1px solid var(--line); }
        .search { flex: 1 1 16rem; }
        .search span { position: absolute; left: -99rem; }
        .search input { width: 100%; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--muted); border-radius: 6px;
          padding: .35rem .7rem; min-height: 2.1rem; }
        .search input::placeholder { color: var(--muted); opacity: 1; }
        .filters { display: flex; flex-wrap: wrap; gap: .4rem; }
        .filter { border: 1px solid var(--line); border-radius: 99px; background: var(--card); padding: .25rem .8rem; min-height: 2.1rem;
          color: var(--muted); }
        .filter b { font-variant-numeric: tabular-nums; }
        .filter[aria-pressed="true"] { border-color: currentColor; color: var(--ink); background: var(--line); }
        .filter.create[aria-pressed="true"] { color: var(--create); background: var(--create-ground); }
        .filter.update[aria-pressed="true"] { color: var(--update); background: var(--update-ground); }
        .filter.delete[aria-pressed="true"] { color: var(--delete); background: var(--delete-ground); }
        #count { margin: 0; color: var(--muted); font-variant-numeric: tabular-nums; white-space: nowrap; }
        .keys { flex-basis: 100%; margin: 0; color: var(--muted); font-size: .8rem; }
        kbd { border: 1px solid var(--line); border-bottom-width: 2px; border-radius: 4px; padding: 0 .35rem; background: var(--card); }

        .change { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--muted); border-radius: 8px;
          margin-bottom: .4rem; content-visibility: auto; contain-intrinsic-size: auto 2.6rem; scroll-margin-top: 7rem; }
        .change.create { border-left-color: var(--create); } .change.update { border-left-color: var(--update); }
        .change.delete { border-left-color: var(--delete); }
        .change summary { display: flex; gap: .6rem; align-items: baseline; padding: .5rem .9rem; cursor: pointer; list-style: none;
          border-radius: 8px; }
        .change summary::-webkit-details-marker { display: none; }
        .change summary:hover { background: var(--ground); }
        .sign { flex: 0 0 2rem; font: 700 .95rem var(--mono); text-align: center; color: var(--muted); }
        .create .sign { color: var(--create); } .update .sign { color: var(--update); } .delete .sign { color: var(--delete); }
        .what { flex: 1; min-width: 0; overflow-wrap: anywhere; color: var(--muted); }
        .what code { color: var(--ink); font-weight: 600; }
        .place { color: var(--muted); font: .8rem var(--mono); overflow-wrap: anywhere; text-align: right; }
        .result { border-radius: 4px; padding: .1rem .45rem; background: var(--line); color: var(--ink); font-size: .85rem; }
        .result.done, .result.already_done { background: var(--create-ground); color: var(--create); }
        .result.failed { background: var(--delete-ground); color: var(--delete); }
        .result.stale, .result.not_attempted { background: var(--update-ground); color: var(--update); }
        .body { padding: 0 .9rem .8rem 3.5rem; }
        .body > p { margin: .15rem 0; color: var(--muted); overflow-wrap: anywhere; }
        .failure { background: var(--delete-ground); border-radius: 6px; padding: .5rem .9rem; margin: .3rem 0; }
        .failure p { margin: .15rem 0; overflow-wrap: anywhere; }
        table { border-collapse: collapse; width: 100%; }
        caption { position: absolute; left: -99rem; }
        ins, del { text-decoration: none; }
        mark { color: var(--ink); background: light-dark(#0000001c, #ffffff2b); border-radius: 3px; }
        .values { margin: .3rem 0; }
        .values th { text-align: left; vertical-align: top; font-weight: 400; color: var(--muted); padding: .12rem 1.25rem .12rem 0;
          white-space: nowrap; }
        .values td { width: 100%; vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere; padding: .12rem 0; }
        .values del { color: var(--muted); }
        .diff { table-layout: fixed; margin: .4rem 0; border: 1px solid var(--line); border-radius: 6px; }
        .diff th { width: 50%; text-align: left; padding: .25rem .7rem; font-size: .8rem; color: var(--muted); border-bottom: 1px solid var(--line); }
        .diff td { vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere; padding: .05rem .7rem; }
        .diff td + td, .diff th + th { border-left: 1px solid var(--line); }
        .diff .del { background: var(--delete-ground); color: var(--delete); } .diff .ins { background: var(--create-ground); color: var(--create); }
        .diff .none { background: var(--ground); }
        .meaning { margin: .3rem 0; }
        .meaning .ins { color: var(--create); } .meaning .del { color: var(--delete); }
        .meaning .ins::before { content: "+ " / ""; } .meaning .del::before { content: "− " / ""; }
        .mark ins { color: var(--create); } .mark ins::before { content: "+ " / ""; }

        .scroll { overflow: auto; max-height: 80vh; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
        .impact th, .impact td, .matrix th, .matrix td { text-align: left; vertical-align: top; padding: .4rem .9rem;
          border-bottom: 1px solid var(--line); }
        .impact thead th, .matrix thead th { position: sticky; top: 0; background: var(--card); font-size: .82rem; color: var(--muted); }
        .impact th, .matrix th { font-weight: 500; }
        .impact ins { color: var(--create); } .impact del { color: var(--delete); }
        .matrix .gap { background: var(--update-ground); color: var(--update); }
        .picture { padding: 1rem; }
        svg { display: block; margin: 0 auto; }
        svg text { font: 13px system-ui, "Segoe UI", "DejaVu Sans", sans-serif; fill: var(--ink); }
        svg .head { font-weight: 600; fill: var(--muted); }
        svg rect { fill: var(--ground); stroke: var(--muted); }
        svg path { fill: none; stroke: var(--muted); stroke-width: 1.4; opacity: .75; }
        svg .added rect { fill: var(--create-ground); stroke: var(--create); } svg .added text { fill: var(--create); }
        svg .changed rect { fill: var(--update-ground); stroke: var(--update); } svg .changed text { fill: var(--update); }
        svg .removed rect { fill: var(--delete-ground); stroke: var(--delete); stroke-dasharray: 5 3; } svg .removed text { fill: var(--delete); }
        svg path.added { stroke: var(--create); } svg path.removed { stroke: var(--delete); stroke-dasharray: 5 4; }
        svg .node { cursor: pointer; outline: none; }
        svg .node:focus-visible rect { stroke: var(--accent); stroke-width: 3; }
        svg.following path, svg.following .node { opacity: .16; }
        svg.following .lit { opacity: 1; }
        svg.following path.lit { stroke-width: 2.6; }
        .legend { display: flex; gap: 1rem; color: var(--muted); font-size: .85rem; }
        .key::before { content: "" / ""; display: inline-block; width: 1.6rem; height: .8rem; margin-right: .35rem; border: 1px solid; border-radius: 3px;
          vertical-align: -.08em; }
        .key.added::before { background: var(--create-ground); border-color: var(--create); }
        .key.changed::before { background: var(--update-ground); border-color: var(--update); }
        .key.removed::before { background: var(--delete-ground); border: 1px dashed var(--delete); }
        #way { min-height: 1.5em; color: var(--muted); }
        footer { margin-top: 3.5rem; padding-bottom: 2.5rem; color: var(--muted); font-size: .82rem; overflow-wrap: anywhere; }

        @media (max-width: 46rem) {
          .change summary { flex-wrap: wrap; } .place { flex-basis: 100%; text-align: left; padding-left: 2.6rem; } .body { padding-left: .9rem; }
          .values th { white-space: normal; } main, .top, footer { padding: 0 1rem; } .top { padding-top: 1.5rem; } .keys { display: none; }
        }
        @media print {
          :root { color-scheme: light; font-size: 11px; }
          .toolbar, #theme, .skip, #way { display: none !important; }
          .scroll { overflow: visible; max-height: none; border: 0; padding: 0; }
          .change, .finding, tr { break-inside: avoid; content-visibility: visible; }
          svg { max-width: 100%; height: auto; }
          main, .top, footer { max-width: none; padding: 0; }
        }
        @media (prefers-reduced-motion: no-preference) { svg path, svg .node { transition: opacity .12s; } }

        """
}
