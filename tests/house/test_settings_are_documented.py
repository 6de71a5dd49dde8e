"""Every variable that the settings read stands in the README's table, and no other."""

import ast
import re

from django.conf import settings

READERS = {"required", "switch"}  # functions of portal/settings.py that read one variable
ROW = re.compile(r"^\| `([A-Z_]+)` \|", re.MULTILINE)


def reads_the_environment(call):
    match call.func:
        case ast.Attribute(value=ast.Name(id="env")):
            return True
        case ast.Name(id=name):
            return name in READERS
    return False


def variables_read():
    tree = ast.parse((settings.BASE_DIR / "portal" / "settings.py").read_text())
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    arguments = [call.args[0] for call in calls if reads_the_environment(call)]
    return {argument.value for argument in arguments if isinstance(argument, ast.Constant)}


def test_the_readme_lists_the_variables_that_the_settings_read():
    assert set(ROW.findall((settings.BASE_DIR / "README.md").read_text())) == variables_read()


def test_the_variables_are_found():
    assert {"SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "HTTPS", "LOG_LEVEL"} <= variables_read()


def test_nothing_else_reads_the_environment():
    """`os.environ` in the rooms would be a setting that no list shows."""
    rooms = ["portal", "news", "tourism", "calendar_app"]
    files = [file for room in rooms for file in (settings.BASE_DIR / room).rglob("*.py")]
    known = {"wsgi.py"}  # names the settings module
    readers = [f for f in files if re.search(r"os\.(environ|getenv)", f.read_text())]
    assert [f for f in readers if f.name not in known] == []
