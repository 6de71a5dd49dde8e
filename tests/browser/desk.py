"""What editors do at the desk, as a browser does it."""

from urllib.parse import urlsplit


class Editor:
    """Somebody at the admin, in a browser of their own."""

    def __init__(self, page, site, username, password):
        self.page, self.site = page, site
        page.goto(f"{site}/admin/login/")
        page.fill("#id_username", username)
        page.fill("#id_password", password)
        page.click("[type=submit]")
        page.wait_for_url("**/admin/")

    def open(self, path):
        self.page.goto(self.site + path)

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    @property
    def text(self) -> str:
        return self.page.inner_text("body")

    def write(self, **fields):
        for name, value in fields.items():
            self.page.fill(f"#id_{name}", value)

    def type_body(self, *paragraphs):
        """Types into the rich-text editor, key by key as far as it can tell."""
        editor = self.page.locator(".cke_editable").first
        editor.click()
        for number, paragraph in enumerate(paragraphs):
            if number:
                self.page.keyboard.press("Enter")
            self.page.keyboard.type(paragraph)

    def press(self, name):
        """A button of the draft's form, which saves first, or of the page."""
        self.page.click(f"button[name={name}], input[name={name}]")
        self.page.wait_for_load_state()

    def take(self, verb):
        """The verb's button, on a form or on a page to read."""
        self.page.click(f"[name=_take][value={verb}], [href$='/take/{verb}/'], "
                        f"form[action$='/take/{verb}/'] button")  # fmt: skip

    def confirm(self):
        self.page.click(".step__button--main")
        self.page.wait_for_load_state()
