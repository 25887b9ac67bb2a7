/// The script of the page: search and filters, keys, the picture's ways, light and dark, printing. Without it all is there to read.
enum PageScript {
    static let text: StaticString = """

        "use strict";
        (() => {
          const all = (selector, root = document) => [...root.querySelectorAll(selector)];
          const one = (selector) => document.querySelector(selector);
          const changes = all(".change");
          const texts = new Map();
          const text = (change) => {
            if (!texts.has(change)) texts.set(change, change.textContent.toLowerCase());
            return texts.get(change);
          };

          // Search and filters.
          const search = one("#search");
          const filters = all(".filter");
          const shown = () => changes.filter((change) => !change.hidden);
          const show = () => {
            const hidden = filters.filter((filter) => filter.ariaPressed !== "true").map((filter) => filter.dataset);
            const words = search.value.toLowerCase().split(" ").filter(Boolean);
            for (const change of changes) {
              const { action, origin } = change.dataset;
              change.hidden = hidden.some((each) => each.action ? each.action === action : each.origin === origin)
                || !words.every((word) => text(change).includes(word));
            }
            for (const kind of all(".kind")) kind.hidden = !all(".change", kind).some((change) => !change.hidden);
            const count = shown().length;
            one("#count").textContent = `${count} of ${changes.length} shown`;
            one("#nothing").hidden = count > 0;
          };
          if (search) {
            let waiting;
            search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(show, 60); });
            for (const filter of filters) {
              filter.addEventListener("click", () => { filter.ariaPressed = filter.ariaPressed !== "true"; show(); });
            }
            const unfold = one("#unfold");
            unfold.addEventListener("click", () => {
              const opens = shown().some((change) => !change.open);
              for (const change of shown()) change.open = opens;
              unfold.textContent = opens ? "Fold all" : "Unfold all";
            });
            show();
          }

          // A link to a change shows it, whatever is filtered.
          const reveal = (id) => {
            const change = id && document.getElementById(id);
            if (!change || !change.matches(".change")) return;
            change.hidden = false;
            change.closest(".kind").hidden = false;
            change.open = true;
            change.scrollIntoView({ block: "start" });
            change.querySelector("summary").focus({ preventScroll: true });
          };
          addEventListener("hashchange", () => reveal(location.hash.slice(1)));
          reveal(location.hash.slice(1));

          // Keys, but not while somebody types.
          const step = (by) => {
            const heads = shown().map((change) => change.querySelector("summary"));
            const next = heads[Math.max(0, Math.min(heads.length - 1, heads.indexOf(document.activeElement) + by))];
            if (next) { next.focus(); next.scrollIntoView({ block: "nearest" }); }
          };
          addEventListener("keydown", (event) => {
            if (event.ctrlKey || event.metaKey || event.altKey || !search) return;
            if (document.activeElement === search) {
              if (event.key === "Escape") { search.value = ""; show(); search.blur(); }
            } else if (event.key === "/") { event.preventDefault(); search.focus(); }
            else if (event.key === "j") step(1);
            else if (event.key === "k") step(-1);
          });

          // The ways of the events.
          const picture = one("svg");
          if (picture) {
            const nodes = new Map(all(".node", picture).map((node) => [node.dataset.node, node]));
            const lines = all("path", picture);
            const columns = (node) => [...nodes.values()].filter((other) => other.dataset.column === node.dataset.column);
            const walk = (start, from, to) => {
              const found = new Set();
              for (let open = [start]; open.length;) {
                const node = open.pop();
                for (const line of lines) {
                  if (line.dataset[from] === node && !found.has(line)) { found.add(line); open.push(line.dataset[to]); }
                }
              }
              return found;
            };
            const follow = (node) => {
              for (const lit of all(".lit", picture)) lit.classList.remove("lit");
              picture.classList.toggle("following", Boolean(node));
              one("#way").textContent = "";
              if (!node) return;
              const down = walk(node.dataset.node, "from", "to");
              const up = walk(node.dataset.node, "to", "from");
              const lit = new Set([node]);
              for (const line of [...up, ...down]) {
                line.classList.add("lit");
                lit.add(nodes.get(line.dataset.from)).add(nodes.get(line.dataset.to));
              }
              for (const each of lit) each.classList.add("lit");
              const names = (column) => [...lit].filter((each) => each.dataset.column === column).map((each) => each.ariaLabel);
              const queue = "0", rule = "3", target = "4";
              one("#way").textContent = [queue, rule, target].map((column) => names(column).slice(0, 4).join(", ")
                + (names(column).length > 4 ? ` and ${names(column).length - 4} more` : "")).filter(Boolean).join(" → ");
            };
            const open = (node) => {
              if (!node.dataset.change) return;
              location.hash = node.dataset.change;
              reveal(node.dataset.change);
            };
            for (const node of nodes.values()) {
              node.addEventListener("mouseenter", () => follow(node));
              node.addEventListener("mouseleave", () => follow(picture.contains(document.activeElement) ? document.activeElement : null));
              node.addEventListener("focus", () => follow(node));
              node.addEventListener("blur", () => follow(null));
              node.addEventListener("click", () => { node.focus(); open(node); });
              node.addEventListener("keydown", (event) => {
                const column = columns(node);
                const at = column.indexOf(node);
                const near = (from, to) => nodes.get(lines.find((line) => line.dataset[from] === node.dataset.node)?.dataset[to]);
                const next = {
                  ArrowDown: () => column[at + 1], ArrowUp: () => column[at - 1],
                  ArrowRight: () => near("from", "to"), ArrowLeft: () => near("to", "from"),
                }[event.key]?.();
                if (next) {
                  event.preventDefault();
                  node.setAttribute("tabindex", "-1");
                  next.setAttribute("tabindex", "0");
                  next.focus();
                } else if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(node); }
              });
            }
          }

          // Light and dark: the system's, until somebody chooses.
          one("#theme").addEventListener("click", () => {
            const isDark = (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
            document.documentElement.dataset.theme = isDark ? "light" : "dark";
          });

          // On paper everything that is shown is unfolded.
          let folded = [];
          addEventListener("beforeprint", () => { folded = shown().filter((change) => !change.open); for (const change of folded) change.open = true; });
          addEventListener("afterprint", () => { for (const change of folded) change.open = false; });
        })();

        """
}
