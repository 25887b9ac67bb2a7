"""Opens a page in headless Chromium and tries all that it can do: page.py PAGE [SCREENSHOT]. Prints what it found, and fails where something is wrong."""

import json
import sys
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

page_path = Path(sys.argv[1]).resolve()
faults, messages, requests = [], [], []


def expect(truth, what):
    if not truth:
        faults.append(what)


def shown(page):
    return page.locator(".change:not([hidden])").count()


def try_filters(page):
    total = page.locator(".change").count()
    mutating = page.locator(".change:not(.no-op):not(.read)").count()
    expect(shown(page) == mutating, f"{shown(page)} of {mutating} changes are shown at first")
    for button in page.locator(".filter").all():
        before, count = shown(page), int(button.locator("b").inner_text())
        was = button.get_attribute("aria-pressed") == "true"
        button.click()
        expect(shown(page) == before + (-count if was else count), f"{button.inner_text()} hides or shows its {count}")
        expect(page.locator("#count").inner_text() == f"{shown(page)} of {total} shown", "the count is told")
        button.click()
        expect(shown(page) == before, f"{button.inner_text()} undoes what it did")


def search(page, text):
    page.keyboard.press("/")
    expect(page.evaluate("document.activeElement.id") == "search", "/ goes to the search")
    page.locator("#search").fill(text)
    page.wait_for_function("text => document.querySelector('#search').value === text", arg=text)
    page.wait_for_timeout(120)


def try_search(page):
    everything = shown(page)
    if everything == 0:
        return expect(page.locator("#nothing").is_visible(), "that nothing is shown is said")
    address = page.locator(".change:not([hidden]) .what code").last.inner_text()
    search(page, address.upper())
    expect(0 < shown(page) <= everything, f"a search finds {address}")
    for text in page.locator(".change:not([hidden])").all_text_contents():
        expect(address.lower() in text.lower(), f"all that is found has {address}")
    search(page, "no such thing anywhere")
    expect(shown(page) == 0 and page.locator("#nothing").is_visible(), "what isn't there isn't found, and that is said")
    page.keyboard.press("Escape")
    expect(shown(page) == everything, "Escape shows all again")


def try_keys(page):
    if shown(page) == 0:
        return
    first, second = page.locator(".change:not([hidden]) summary").nth(0), page.locator(".change:not([hidden]) summary").nth(min(1, shown(page) - 1))
    page.keyboard.press("j")
    expect(first.evaluate("head => head === document.activeElement"), "j goes to the first change")
    was = first.evaluate("head => head.parentElement.open")
    page.keyboard.press("Enter")
    expect(first.evaluate("head => head.parentElement.open") != was, "Enter unfolds or folds it")
    page.keyboard.press("j")
    expect(second.evaluate("head => head === document.activeElement"), "j goes to the next")
    page.keyboard.press("k")
    expect(first.evaluate("head => head === document.activeElement"), "k goes back")
    page.locator("#unfold").click()
    states = set(page.evaluate("[...document.querySelectorAll('.change')].filter(each => !each.hidden).map(each => each.open)"))
    expect(len(states) == 1, "all are unfolded, or all folded")
    hidden = page.locator(".change.no-op, .change.read")
    if hidden.count():
        page.evaluate("id => { location.hash = id }", hidden.first.get_attribute("id"))
        page.wait_for_timeout(50)
        expect(hidden.first.is_visible(), "a link to a change that is hidden shows it")


def try_picture(page):
    nodes = page.locator("svg .node")
    if not nodes.count():
        return
    nodes.first.focus()
    expect(page.locator("svg.following").count() == 1, "a node that has the focus is followed")
    way = page.locator("#way").inner_text()
    expect("→" in way, f"its way is told: {way}")
    lit = page.locator("svg .node.lit").count()
    expect(lit >= 2 and page.locator("svg path.lit").count() >= 1, "its way is lit")
    page.keyboard.press("ArrowRight")
    expect(page.evaluate("document.activeElement.dataset.column") == "3", "the right arrow goes to its rule")
    page.keyboard.press("Enter")
    if page.evaluate("location.hash").startswith("#change-"):
        expect(page.evaluate("document.activeElement.tagName") == "SUMMARY", "Enter goes to the rule's change")
    page.mouse.move(0, 0)


def check(page, scheme):
    page.emulate_media(color_scheme=scheme)
    results = Axe().run(page).response
    for violation in results["violations"]:
        if violation["impact"] in ("serious", "critical"):
            nodes = [node["html"][:160] + " " + node["failureSummary"][:300] for node in violation["nodes"][:3]]
            faults.append(f"axe, {scheme}: {violation['id']} ({len(violation['nodes'])}): {nodes}")
    return len(results["passes"])


def main():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.on("console", lambda message: messages.append(message.text))
        page.on("pageerror", lambda error: messages.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(page_path.as_uri())
        if len(sys.argv) > 2:
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                page.screenshot(path=f"{sys.argv[2]}-{scheme}.png", full_page=True, clip=None)
        # Of what repeats a thousand times axe looks at the first ones: it takes minutes otherwise.
        excerpt = browser.new_page(viewport={"width": 1280, "height": 900})
        excerpt.goto(page_path.as_uri())
        for each in (".change", ".finding", "svg .node", "svg path", ".matrix tr", ".impact tr"):
            excerpt.evaluate("each => document.querySelectorAll(`${each}:nth-of-type(n+21)`).forEach(found => found.remove())", each)
        passes = sum(check(excerpt, scheme) for scheme in ("light", "dark"))
        excerpt.close()
        if page.locator("#search").count():
            try_filters(page)
            try_search(page)
            try_keys(page)
        try_picture(page)
        theme = page.evaluate("document.documentElement.dataset.theme")
        page.locator("#theme").click()
        expect(page.evaluate("document.documentElement.dataset.theme") not in (theme, None), "the colors change when they are to")
        page.emulate_media(media="print", color_scheme=None)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(page.evaluate("[...document.querySelectorAll('.change')].every(each => each.hidden || each.open)"), "on paper all is unfolded")
        expect(not page.locator(".toolbar:visible").count(), "on paper there is no toolbar")
        expect(page.evaluate("typeof window.forged") == "undefined" and "forged" not in page.evaluate("document.title.split(':')[0]"), "no foreign script")
        loaded = [url for url in requests if url != page_path.as_uri()]
        expect(not loaded, f"it loads {loaded}")
        expect(not messages, f"the console says {messages}")
        result = {"changes": page.locator(".change").count(), "nodes": page.locator("svg .node").count(), "rules passed": passes}
        browser.close()
    if faults:
        sys.exit("\n".join(faults))
    print(json.dumps(result))


main()
