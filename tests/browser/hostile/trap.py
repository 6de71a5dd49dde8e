"""Chromium without a Content-Security-Policy, lying in wait for what runs and what phones home."""

import mimetypes
from pathlib import Path
from urllib.parse import urlsplit

from django.contrib.staticfiles import finders
from django.utils.html import escape

HOST = "http://testserver"
AT_ONCE = 12  # pages in frames of one page
SET_TRAP = 'window.hit = () => { console.debug("HIT", location.href); return ""; };'
# What the browser made of the page and would run or ask for later: at a click, a hover, a focus.
ARMED = r"""
() => {
  const LOADING = new RegExp("^(src|srcset|imagesrcset|href|xlink:href|action|formaction|data" +
    "|poster|ping|lowsrc|dynsrc|background|style|manifest|codebase|attributionsrc|profile)$");
  const RUNNING = /^(javascript|vbscript|livescript|mocha|data|feed|jar|blob):/i;
  const BAD = /evil\.example|hit/;
  const of = (node, name) => Reflect.get(Element.prototype, name, node); // past clobbered names
  const viewer = document.querySelector("#webkit-xml-viewer-source-xml"); // Chromium's own, for XML
  // The words about a fault are Chromium's own too.
  const isXml = document.contentType.endsWith("xml") && !document.querySelector("parsererror");
  const found = [];
  const look = (element) => {
    const tell = (what) => found.push(`${what} in ${of(element, "outerHTML").slice(0, 200)}`);
    const tag = of(element, "localName");
    const words = of(element, "textContent");
    const space = of(element, "namespaceURI") || "";
    for (const { name, value } of of(element, "attributes")) {
      const led = name === "href" && tag === "a" ? element.href.baseVal || element.href : value;
      if (name.startsWith("on") && BAD.test(value)) tell("a handler");
      if (name === "srcdoc" && BAD.test(value)) tell("a frame");
      if (/^(id|name)$/.test(name) && value.startsWith("clobbered")) tell("a name");
      if (LOADING.test(name) && RUNNING.test(led.trim()) && BAD.test(led)) tell("a script address");
      const isLink = name === "href" && tag === "a" && space.endsWith("xhtml");
      const isOwn = /^\/(?![\/\\])/.test(led) || led.startsWith(`${location.origin}/`);
      if (LOADING.test(name) && /evil\.example/.test(led) && !isLink && !isOwn) tell("a request");
    }
    if (tag === "style" && /evil\.example|@keyframes k/.test(words)) tell("a style");
    if (tag === "meta" && element.httpEquiv && BAD.test(element.content)) tell("an instruction");
    if (tag === "script" && !element.src && element.type !== "application/ld+json" &&
        /hit\(|evil\.example/.test(words)) tell("a script");
    const isOfPage = viewer ? viewer !== element && viewer.contains(element) : true;
    // A site map names translations by the element of that name, whose address was looked at above.
    const isTranslation = tag === "link" && of(element, "getAttribute").call(element, "hreflang");
    if (isXml && isOfPage && !isTranslation && /xhtml|svg|MathML/.test(space)) tell("markup");
  };
  document.querySelectorAll("*").forEach(look);
  return found;
}
"""


class Trap:
    """Shows pages from memory; `found` gathers (address, what) of all that ran or phoned."""

    def __init__(self, page, pages):
        self.page, self.pages, self.found, self.files = page, pages, [], {}
        page.add_init_script(SET_TRAP)
        page.route("**/*", self.answer)
        page.on("console", self.hear)
        page.on("dialog", lambda dialog: dialog.dismiss())

    def hear(self, message):
        if message.text.startswith("HIT"):
            self.found.append((message.text, "ran"))

    def answer(self, route):
        address = route.request.url.removeprefix(HOST)
        if address.startswith("/static/"):
            route.fulfill(**self.static(urlsplit(address).path))
        elif address in self.pages:
            kind, body = self.pages[address]
            route.fulfill(content_type=f"{kind}; charset=utf-8", body=body)
        else:
            self.refuse(route, address)

    def refuse(self, route, address):
        """A relative address of a hostile picture is no leak: it ends at this site."""
        if "evil" in address and not address.startswith("/"):
            self.found.append((route.request.frame.url, f"asked for {address}"))
        route.abort()

    def static(self, path):
        """Scripts run as on the site; what pages look like is no matter here."""
        if path not in self.files:
            found = finders.find(path.removeprefix("/static/")) if path.endswith(".js") else None
            body = Path(found).read_bytes() if found else b""
            kind = mimetypes.guess_type(path)[0] or "text/plain"
            self.files[path] = {"content_type": kind, "body": body}
        return self.files[path]

    def spring(self) -> list[tuple[str, str]]:
        """Show all pages, some at a time, and look at each."""
        addresses = list(self.pages)
        for start in range(0, len(addresses), AT_ONCE):
            self.show(addresses[start : start + AT_ONCE])
        return self.found

    def show(self, addresses):
        frames = "".join(
            f'<iframe src="{HOST}{escape(each)}" name="{escape(each)}"></iframe>'
            for each in addresses
        )
        self.pages["/frames"] = "text/html", f"<!DOCTYPE html>{frames}".encode()
        self.page.goto(f"{HOST}/frames", wait_until="load")
        self.page.wait_for_timeout(50)
        for frame in self.page.main_frame.child_frames:  # not what a page itself frames
            if frame.url.startswith("chrome-error:"):
                self.found.append((frame.name, "was not shown"))
            else:
                self.found += [(frame.url, what) for what in frame.evaluate(ARMED)]
        del self.pages["/frames"]
