#!/usr/bin/env python3
"""Looks at reports with headless Chromium and lists what is wrong with them.

    check_report.py REPORT.html...    exit 0 if all are clean, 1 with a line a finding, 3 if one cannot be opened
    check_report.py --self-test       makes a page with a defect of each kind and sees whether it is found out

Checked: nothing is requested but the file itself; no error on the console; axe-core finds nothing, light and dark,
wide and at 390 px; no sideways scrolling and no unreadable text in figures at 390 px; dark mode darkens the page;
the Tab key reaches the links, summaries and controls one after another and Escape does not trap it; ids are unique and
references to them resolve; each figure has its number, title, table, command, source, unit and method; printed to A4, nothing is cut off and
every table and figure title is there.

Needs playwright and axe-playwright-python (requirements.txt), Chromium and pdftotext (poppler-utils).
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, sync_playwright

WIDE = {"width": 1280, "height": 860}
NARROW = {"width": 390, "height": 844}
SMALLEST_TEXT = 9  # px on the screen; SVG text that was drawn for a wide page shrinks below this on a phone
A4_WIDTH_POINTS = 595.3
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--font-render-hinting=none",
]

COLLECT_IDS = """() => {
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  const twice = [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
  const known = new Set(ids), dangling = [];
  for (const a of document.querySelectorAll('a[href^="#"]')) {
    const id = decodeURIComponent(a.getAttribute('href').slice(1));
    if (id && id !== 'top' && !known.has(id)) dangling.push('#' + id);
  }
  for (const name of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for'])
    for (const e of document.querySelectorAll('[' + name + ']'))
      for (const id of e.getAttribute(name).split(/\\s+/)) if (id && !known.has(id)) dangling.push(name + '=' + id);
  for (const e of document.querySelectorAll('svg *'))
    for (const a of e.attributes) {
      const m = /^url\\(["']?#([^)"']+)["']?\\)$/.exec(a.value) || (/href$/.test(a.name) && /^#(.+)$/.exec(a.value));
      if (m && !known.has(m[1])) dangling.push(a.name + '=' + a.value);
    }
  return {twice, dangling: [...new Set(dangling)]};
}"""

COLLECT_OVERFLOW = """() => {
  const limit = document.documentElement.clientWidth, out = [];
  const scrolls = e => { for (; e && e !== document.body; e = e.parentElement) {
    const x = getComputedStyle(e).overflowX; if (x === 'auto' || x === 'scroll' || x === 'hidden') return true; } return false; };
  if (document.documentElement.scrollWidth > limit) {
    for (const e of document.body.querySelectorAll('*')) {
      const r = e.getBoundingClientRect();
      if (r.width && r.right > limit + 1 && !e.closest('svg svg, svg *') && !scrolls(e.parentElement))
        out.push(e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + ' reaches ' + Math.round(r.right) + ' px');
    }
    out.unshift('the page is ' + document.documentElement.scrollWidth + ' px wide');
  }
  return out.slice(0, 5);
}"""

COLLECT_TEXT = """least => {
  const small = [], outside = [];
  for (const svg of document.querySelectorAll('svg')) {
    const box = svg.getBoundingClientRect();
    if (!box.width || !box.height) continue;
    for (const t of svg.querySelectorAll('text')) {
      const r = t.getBoundingClientRect(), words = t.textContent.trim();
      if (!words || !r.width || getComputedStyle(t).visibility === 'hidden') continue;
      const m = t.getScreenCTM(), size = parseFloat(getComputedStyle(t).fontSize) * Math.hypot(m.a, m.b);
      if (size < least - 0.05) small.push('"' + words.slice(0, 40) + '" at ' + size.toFixed(1) + ' px');
      if (r.left < box.left - 1 || r.right > box.right + 1 || r.top < box.top - 1 || r.bottom > box.bottom + 1)
        outside.push('"' + words.slice(0, 40) + '"');
    }
  }
  return {small, outside};
}"""

COLLECT_FIGURES = """() => [...document.querySelectorAll('figure')].map((f, i) => {
  const lacks = [], said = e => e ? e.textContent.trim() : '';
  const title = f.querySelector('figcaption h2, figcaption h3, figcaption h4'), name = (f.id || 'figure ' + (i + 1));
  const number = title && title.querySelector('.number');
  const fact = word => [...f.querySelectorAll('dt')].some(e => said(e) === word && e.nextElementSibling
    && e.nextElementSibling.localName === 'dd' && said(e.nextElementSibling));
  if (!/^(Figure|Table) \d+\.$/.test(said(number))) lacks.push('a number');
  if (!title || said(title).replace(said(number), '').trim().length < 10) lacks.push('a title');
  if (!f.querySelector('table.numbers tbody td')) lacks.push('a table');
  if (!/^hinterland\s+\S/.test(said(f.querySelector('pre.command code')))) lacks.push('its command');
  if (!fact('Source')) lacks.push('a source');
  if (!fact('Unit')) lacks.push('a unit');
  if (!f.querySelector('details.method') || !fact('Formula')) lacks.push('a method');
  for (const svg of f.querySelectorAll('svg')) {
    if (svg.parentElement.closest('svg')) continue;
    const label = svg.getAttribute('aria-label') || svg.getAttribute('aria-labelledby') || svg.getAttribute('aria-hidden');
    if (!label) lacks.push('a label on its svg');
  }
  return {name, lacks};
})"""

FOCUSABLE = "a[href], button, summary, input, select, textarea, [tabindex]:not([tabindex='-1'])"
COLLECT_FOCUSABLE = """selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility({
  visibilityProperty: true }) && !e.disabled && e.tabIndex >= 0).length"""
FOCUSED = """() => { const e = document.activeElement; if (!e || e === document.body) return null;
  if (!e.dataset.seen) e.dataset.seen = String(++window.seenCount || (window.seenCount = 1));
  const s = getComputedStyle(e), shown = (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none';
  return {key: e.dataset.seen, name: e.tagName.toLowerCase() + ' "' + (e.textContent || e.id).trim().slice(0, 30) + '"', shown}; }"""

LUMINANCE = """() => { const c = document.createElement('canvas').getContext('2d'); let e = document.body, v = '';
  for (const x of [document.body, document.documentElement]) { v = getComputedStyle(x).backgroundColor;
    if (v !== 'rgba(0, 0, 0, 0)' && v !== 'transparent') break; }
  c.fillStyle = '#fff'; c.fillRect(0, 0, 1, 1); c.fillStyle = v; c.fillRect(0, 0, 1, 1);
  const [r, g, b] = c.getImageData(0, 0, 1, 1).data; return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255; }"""


class Report:
    """One report and what was found in it."""

    def __init__(self, path, figures_required=True):
        self.path = Path(path).resolve()
        self.figures_required = figures_required
        self.findings = []

    def add(self, kind, text):
        line = f"{kind}: {text}"
        if line not in self.findings:
            self.findings.append(line)

    def check(self, browser):
        self.check_page(browser, WIDE, "light", first=True)
        for viewport, scheme in ((WIDE, "dark"), (NARROW, "light"), (NARROW, "dark")):
            self.check_page(browser, viewport, scheme)
        self.check_keyboard(browser)
        self.check_print(browser)

    def open(self, browser, viewport, scheme):
        context = browser.new_context(viewport=viewport, color_scheme=scheme, offline=True)
        page = context.new_page()
        address = self.path.as_uri()

        def requested(request):
            url = request.url
            if url.split("#")[0] != address and not url.startswith(("data:", "blob:")):
                self.add("request", url[:160])

        def logged(message):
            if message.type in ("error", "warning"):
                self.add("console", f"{message.type}: {message.text[:200]}")

        page.on("request", requested)
        page.on("console", logged)
        page.on("pageerror", lambda error: self.add("console", str(error)[:200]))
        page.goto(address, wait_until="load")
        return context, page

    def check_page(self, browser, viewport, scheme, first=False):
        context, page = self.open(browser, viewport, scheme)
        where = f"{viewport['width']} px, {scheme}"
        for violation in Axe().run(page).response["violations"]:
            targets = [" ".join(map(str, node["target"])) for node in violation["nodes"]]
            more = f" and {len(targets) - 3} more" if len(targets) > 3 else ""
            self.add("axe", f"{violation['id']} ({where}): {violation['help']}; {', '.join(targets[:3])}{more}")
        texts = page.evaluate(COLLECT_TEXT, SMALLEST_TEXT)
        for line in texts["outside"][:5]:
            self.add("clipped", f"text {line} leaves its figure ({where})")
        if viewport is NARROW:
            for line in page.evaluate(COLLECT_OVERFLOW):
                self.add("sideways scrolling", f"{line} ({where})")
            for line in texts["small"][:5]:
                self.add("small text", f"{line} ({where})")
        luminance = page.evaluate(LUMINANCE)
        if scheme == "dark" and luminance > 0.3:
            self.add("dark mode", f"the background stays light (luminance {luminance:.2f})")
        if first:
            found = page.evaluate(COLLECT_IDS)
            for identifier in found["twice"][:10]:
                self.add("ids", f"'{identifier}' is given more than once")
            for reference in found["dangling"][:10]:
                self.add("ids", f"{reference} leads nowhere")
            self.check_figures(page)
        context.close()

    def check_figures(self, page):
        figures = page.evaluate(COLLECT_FIGURES)
        if self.figures_required and not figures:
            self.add("figures", "the page has no figure element")
        for figure in figures:
            if figure["lacks"]:
                self.add("figures", f"{figure['name']} lacks {', '.join(figure['lacks'])}")

    def check_keyboard(self, browser):
        context, page = self.open(browser, WIDE, "light")
        expected = page.evaluate(COLLECT_FOCUSABLE, FOCUSABLE)
        reached, unseen = set(), []
        for _ in range(min(expected, 400) + 2):
            page.keyboard.press("Tab")
            focused = page.evaluate(FOCUSED)
            if not focused:
                continue
            if focused["key"] not in reached and not focused["shown"]:
                unseen.append(focused["name"])
            reached.add(focused["key"])
        if len(reached) < min(expected, 400):
            self.add("keyboard", f"Tab reaches {len(reached)} of {expected} links and controls")
        if unseen:
            self.add("keyboard", f"no visible focus on {len(unseen)} of them, such as {unseen[0]}")
        summary = page.query_selector("details > summary")
        if summary:
            summary.focus()
            before = page.evaluate("document.activeElement.parentElement.open")
            page.keyboard.press("Enter")
            if page.evaluate("document.activeElement.parentElement.open") == before:
                self.add("keyboard", "Enter does not open the table of a figure")
        page.keyboard.press("Escape")
        before = page.evaluate("document.activeElement && document.activeElement.dataset.seen")
        page.keyboard.press("Shift+Tab")
        after = page.evaluate("document.activeElement && document.activeElement.dataset.seen")
        if expected > 1 and before == after:
            self.add("keyboard", "after Escape, Shift+Tab does not move on")
        context.close()

    def check_print(self, browser):
        context, page = self.open(browser, WIDE, "light")
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 718, "height": 1000})  # A4 at 96 px an inch, less 10 mm margins
        wanted = page.evaluate("""() => {
          const shown = e => e.checkVisibility();
          const words = [...document.querySelectorAll('figcaption, h1, h2, h3')].filter(shown).map(e => e.textContent);
          for (const svg of document.querySelectorAll('svg')) { if (!shown(svg) || svg.closest('defs')) continue;
            const texts = [...svg.querySelectorAll('text')].filter(t => t.getBoundingClientRect().width > 0);
            const drawn = t => { const copy = t.cloneNode(true); copy.querySelectorAll('title, desc').forEach(e => e.remove());
              return copy.textContent; };  // a title within a text is a tooltip
            if (texts.length) { words.push(drawn(texts[0]), drawn(texts[texts.length - 1])); } }
          for (const table of document.querySelectorAll('table')) { if (!shown(table)) continue;
            const row = table.querySelector('tr:last-child'); if (row && shown(row) && row.lastElementChild)
              words.push(row.lastElementChild.textContent); }
          return words.map(w => w.trim()).filter(Boolean); }""")
        page.emulate_media(media=None)
        with tempfile.TemporaryDirectory() as folder:
            pdf = Path(folder) / "report.pdf"
            page.pdf(path=str(pdf), format="A4", prefer_css_page_size=True)
            boxes = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
            plain = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
        context.close()
        squeeze = re.compile(r"[\s\u00ad\u2010-]+")
        printed = squeeze.sub("", plain)
        for words in dict.fromkeys(wanted):
            if squeeze.sub("", words)[:60] not in printed:
                self.add("print", f"'{words[:60]}' is not on the printed pages")
        pages = re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', boxes, flags=re.S)
        if not pages or not printed:
            self.add("print", "the printed report is empty")
        for number, (width, _, words) in enumerate(pages, start=1):
            if abs(float(width) - A4_WIDTH_POINTS) > 2 and abs(float(width) - 841.9) > 2:
                self.add("print", f"page {number} is {width} points wide, not A4")
            for right, word in re.findall(r'xMax="([\d.]+)"[^>]*>([^<]*)</word>', words):
                if float(right) > float(width) + 0.5:
                    self.add("print", f"page {number}: '{word}' runs off the paper")


def chromium():
    for name in ("chromium", "chromium-browser", "google-chrome"):
        path = os.environ.get("HINTERLAND_CHROMIUM") or shutil.which(name)
        if path:
            return path
    raise SystemExit("check_report: Chromium is not installed (apt-get install chromium), or set HINTERLAND_CHROMIUM")


def check_files(paths, figures_required=True):
    """Returns the reports with their findings."""
    reports = [Report(path, figures_required) for path in paths]
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=FLAGS)
        for report in reports:
            report.check(browser)
        browser.close()
    return reports


def page_with(body="", style="", script="", head="", without=""):
    """A small report in the form that every report has, with room for a defect."""
    page = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A report</title>
<meta name="viewport" content="width=device-width, initial-scale=1">{head}
<style>:root{{color-scheme:light dark;--ground:#fff;--ink:#111;--link:#0b57d0}}
@media(prefers-color-scheme:dark){{:root{{--ground:#111;--ink:#eee;--link:#9cc2ff}}}}
body{{background:var(--ground);color:var(--ink);font:16px sans-serif;margin:1rem}}a{{color:var(--link)}}
svg{{max-width:100%;height:auto;display:block}}text{{fill:var(--ink)}}.scroll{{overflow-x:auto}}
.narrow{{display:none}}@media(max-width:600px){{.wide{{display:none}}.narrow{{display:block}}}}{style}</style></head>
<body><main><h1>Is it clearly above one?</h1><p><a href="#figure-1">The figure</a></p>
<figure id="figure-1"><figcaption><h2><span class="number">Figure 1.</span> Steel is clearly above one in Northland</h2></figcaption>
<svg class="wide" role="img" aria-label="Dots" viewBox="0 0 700 80" width="700" height="80"><text x="10" y="40" font-size="14">First</text>
<text x="600" y="40" font-size="14">Last</text></svg>
<svg class="narrow" role="img" aria-label="Dots" viewBox="0 0 340 80" width="340" height="80"><text x="10" y="40" font-size="12">First</text>
<text x="280" y="40" font-size="12">Last</text></svg>
<dl><dt>Unit</dt><dd>index</dd><dt>Source</dt><dd>invented</dd></dl>
<details class="table"><summary>Table</summary><table class="numbers"><thead><tr><th scope="col">region</th><th scope="col">value</th></tr></thead>
<tbody><tr><td>Northland</td><td>1.5</td></tr></tbody></table></details>
<details class="method"><summary>Method</summary><dl><dt>Formula</dt><dd>a / b</dd></dl></details>
<pre class="command" tabindex="0"><code>hinterland specialization study</code></pre></figure>
{body}</main><script>{script}</script></body></html>"""
    if without and without not in page:
        raise ValueError(f"the page has no '{without}' to leave out")
    return page.replace(without, "") if without else page


LACKS = [
    ("a number", "Figure 1."), ("a title", " Steel is clearly above one in Northland"),
    ("a table", "<td>Northland</td><td>1.5</td>"), ("its command", "hinterland specialization study"),
    ("a source", "<dt>Source</dt><dd>invented</dd>"), ("a unit", "<dt>Unit</dt><dd>index</dd>"),
    ("a method", "<dt>Formula</dt><dd>a / b</dd>"),
]


def self_test_figures():
    """Returns how many of the things that each figure must have are not missed where they are missing."""
    failures = 0
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=FLAGS)
        page = browser.new_page()
        for name, left_out in [(None, ""), *LACKS]:
            page.set_content(page_with(without=left_out))
            found = page.evaluate(COLLECT_FIGURES)[0]["lacks"]
            if found != ([name] if name else []):
                failures += 1
                print(f"self-test 'a figure without {name}': found {found or 'nothing'}")
        browser.close()
    return failures


def self_test():
    """Sees whether each kind of defect is found out, and whether a page without one is left in peace."""
    cases = [
        ("nothing wrong", {}, None),
        ("a request", {"body": '<img alt="" src="https://example.org/x.png">'}, "request"),
        ("a request for a file", {"head": '<link rel="stylesheet" href="style.css">'}, "request"),
        ("a script error", {"script": "undefinedFunction()"}, "console"),
        ("an image without a text", {"body": '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'}, "axe"),
        ("faint text in the dark", {"style": "@media(prefers-color-scheme:dark){dd{color:#333}}"}, "axe"),
        ("a wide block", {"body": '<div style="width:900px">wide</div>'}, "sideways scrolling"),
        ("text that shrinks", {"style": "@media(max-width:600px){.wide{display:block}}"}, "small text"),
        ("a page that stays light", {"style": "body{background:#fff;color:#111}a{color:#0b57d0}text{fill:#111}"}, "dark mode"),
        ("a dead keyboard", {"script": "onkeydown = () => false"}, "keyboard"),
        ("a hidden focus", {"style": ":focus{outline:none!important}"}, "keyboard"),
        ("an id twice", {"body": '<p id="twice">a</p><p id="twice">b</p>'}, "ids"),
        ("a link to nowhere", {"body": '<p><a href="#nowhere">go</a></p>'}, "ids"),
        ("a bare figure", {"body": "<figure><figcaption>Bare</figcaption></figure>"}, "figures"),
        ("text outside its figure", {"body": '<svg role="img" aria-label="x" viewBox="0 0 300 40" width="300" height="40">'
                                             '<text x="280" y="20">far too long a label</text></svg>'}, "clipped"),
        ("text off the paper", {"body": '<p class="scroll" tabindex="0" style="white-space:nowrap">'
                                        + "word " * 60 + "</p>", "style": "@media print{.scroll{overflow:visible}}"}, "print"),
        ("a heading not printed", {"body": "<h2>Only on the screen</h2>",
                                   "style": "@media print{h2{position:absolute;left:-9999px}}"}, "print"),
    ]
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, (_, parts, _) in enumerate(cases):
            paths.append(Path(folder) / f"case-{number}.html")
            paths[-1].write_text(page_with(**parts), encoding="utf-8")
        reports = check_files(paths)
    for (name, _, expected), report in zip(cases, reports):
        kinds = {finding.split(":")[0] for finding in report.findings}
        if (expected is None and kinds) or (expected is not None and expected not in kinds):
            failures += 1
            print(f"self-test '{name}': expected {expected or 'no finding'}, found {report.findings or 'nothing'}")
    failures += self_test_figures()
    print(f"check_report: self-test of {len(cases) + len(LACKS) + 1} pages, {failures} failed")
    return 1 if failures else 0


def main(arguments):
    if arguments == ["--self-test"]:
        return self_test()
    if not arguments or arguments[0].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    missing = [path for path in arguments if not Path(path).is_file()]
    if missing:
        print(f"check_report: no such file: {', '.join(missing)}", file=sys.stderr)
        return 3
    try:
        reports = check_files(arguments)
    except Error as error:
        print(f"check_report: the browser failed: {error}", file=sys.stderr)
        return 3
    for report in reports:
        size = report.path.stat().st_size / 1e6
        print(f"{report.path.name} in {report.path.parent.name} ({size:.2f} MB): "
              + (f"{len(report.findings)} findings" if report.findings else "clean"))
        for finding in report.findings:
            print(f"  {finding}")
    return 1 if any(report.findings for report in reports) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
