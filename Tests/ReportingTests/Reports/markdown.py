"""Renders a comment from stdin as GitHub does (cmarkgfm is its own renderer) and fails where text of others became markup."""

import html.parser
import re
import sys

import cmarkgfm
from cmarkgfm.cmark import Options

EXPECTED = {"h3", "h4", "p", "code", "strong", "em", "table", "thead", "tbody", "tr", "th", "td", "details", "summary", "pre", "span"}
# Elements whose text mentions nobody and refers to nothing.
QUIET = {"code", "pre"}


class Reader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.faults, self.cells = [], [], 0

    def handle_starttag(self, tag, attributes):
        if tag not in EXPECTED:
            self.faults.append(f"<{tag}>")
        if [name for name, _ in attributes if name not in ("lang", "align")]:
            self.faults.append(f"attributes of <{tag}>: {attributes}")
        self.open.append(tag)
        self.cells += tag in ("td", "th")

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data):
        if not QUIET.intersection(self.open):
            if re.search(r"[@#]\w", data):
                self.faults.append(f"mentions: {data!r}")
            if "forged" in data.lower() and "details" not in self.open and "p" not in self.open:
                self.faults.append(f"forged: {data!r}")


page = cmarkgfm.github_flavored_markdown_to_html(sys.stdin.read(), options=Options.CMARK_OPT_UNSAFE)
reader = Reader()
reader.feed(page)
reader.close()
if reader.open or reader.faults or reader.cells % 18:
    print(reader.open, reader.faults, reader.cells, file=sys.stderr)
    sys.exit(1)
print("no foreign markup")
