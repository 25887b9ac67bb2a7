"""Draws the Mermaid pictures of Markdown texts with Mermaid's own engine in headless Chromium, as GitHub and GitLab do.

Takes a JSON list of the texts on stdin, and prints one of the texts of their pictures' nodes, a list for each; fails where a picture can't be drawn, or where a
text of it becomes markup.
"""

import json
import re
import sys
from importlib.util import find_spec
from pathlib import Path

from playwright.sync_api import sync_playwright

# The one package of PyPI that carries the engine whole; nothing else of it is used.
ENGINE = Path(find_spec("nicegui").submodule_search_locations[0]) / "elements/mermaid/dist"
ORIGIN = "http://mermaid.test"
PAGE = """<!doctype html><div id="picture"></div><script type="module">
import { mermaid } from "./index.js";
mermaid.initialize({ startOnLoad: false, securityLevel: "strict" });
window.draw = async source => {
  const { svg } = await mermaid.render("drawing", source);
  document.querySelector("#picture").innerHTML = svg;
  return [...document.querySelectorAll("#picture .node")].map(node => node.textContent);
};
window.ready = true;
</script>"""


def serve(route):
    path = route.request.url.removeprefix(ORIGIN).lstrip("/")
    if not path:
        return route.fulfill(body=PAGE, content_type="text/html")
    route.fulfill(path=ENGINE / path, content_type="text/javascript")


def main():
    faults, drawn = [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.route("**/*", serve)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(ORIGIN + "/")
        page.wait_for_function("window.ready")
        for text in json.load(sys.stdin):
            drawn.append([])
            for picture in re.findall(r"^```mermaid\n(.*?)^```$", text, re.DOTALL | re.MULTILINE):
                try:
                    drawn[-1] += page.evaluate("source => draw(source)", picture)
                except Exception as error:
                    faults.append(f"{error}\n{picture}")
                if page.locator("#picture :is(script, img, iframe, a, [onerror], [onload])").count():
                    faults.append(f"elements that no picture has:\n{picture}")
        browser.close()
    if faults:
        sys.exit("\n".join(faults))
    print(json.dumps(drawn))


main()
