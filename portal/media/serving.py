"""A file of the private tree as an answer: by nginx where that is set, else streamed."""

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse
from django.utils.cache import get_conditional_response

from portal.media import renditions, storage
from portal.media.models import File
from portal.media.ranges import Slice, Unsatisfiable, range_of

CONTENT_TYPES = {
    renditions.AVIF: "image/avif",
    renditions.WEBP: "image/webp",
    renditions.JPEG: "image/jpeg",
    File.Kind.PDF: "application/pdf",
    File.Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    File.Kind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    File.Kind.PPTX: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    File.Kind.ODT: "application/vnd.oasis.opendocument.text",
    File.Kind.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    File.Kind.ODP: "application/vnd.oasis.opendocument.presentation",
    File.Kind.MP4: "video/mp4",
    File.Kind.WEBM: "video/webm",
    File.Kind.VTT: "text/vtt; charset=utf-8",
}
# What a browser shows by itself; everything else is saved.
SHOWN = {
    *(renditions.AVIF, renditions.WEBP, renditions.JPEG),
    *(File.Kind.PDF, File.Kind.MP4, File.Kind.WEBM, File.Kind.VTT),
}
# Nothing in a file may run, load or be framed. Browsers' own readers of PDF need no more, but a
# sandbox they refuse, and deploy/nginx.conf says the same (a test compares them).
POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
# Where deploy/nginx.conf finds the private tree; nobody else can ask for it.
ACCEL_PREFIX = "/protected-media"


def serve(request, token: str, name: str) -> HttpResponse:
    """Raises Http404 where the file is lost. Whether it may be seen is asked before."""
    try:
        file = storage.path(token, name).open("rb")
    except FileNotFoundError:
        raise Http404 from None
    headers = headers_for(token, name)
    answer = _answer_without_body(request, token, name, headers, size=file.seek(0, 2))
    if answer is not None:
        file.close()
        return answer
    return _stream(request, file, headers)


def headers_for(token: str, name: str) -> dict[str, str]:
    extension = name.rpartition(".")[2]
    headers = {
        "Content-Type": CONTENT_TYPES[extension],
        # A file is never written twice, so its address names its bytes.
        "ETag": f'"{token}-{name}"',
        "Accept-Ranges": "bytes",
        "Content-Security-Policy": POLICY,
    }
    if extension not in SHOWN:
        headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return headers


def _answer_without_body(request, token, name, headers, size) -> HttpResponse | None:
    whole = HttpResponse(headers=headers)
    condition = get_conditional_response(request, headers["ETag"], response=whole)
    if condition is not whole:
        return condition
    if settings.MEDIA_ACCEL:
        where = storage.path(token, name).relative_to(settings.MEDIA_ROOT)
        whole["X-Accel-Redirect"] = f"{ACCEL_PREFIX}/{where}"
        return whole
    if request.method == "HEAD":
        # Servers differ in whether they drop the body of an answer to HEAD, so none is given.
        whole["Content-Length"] = str(size)
        return whole
    return None


def _stream(request, file, headers: dict[str, str]) -> HttpResponse:
    size = file.seek(0, 2)
    file.seek(0)
    asked = request.headers.get("Range", "")
    if request.headers.get("If-Range", headers["ETag"]) != headers["ETag"]:
        asked = ""  # what the client has is of another file
    try:
        part = range_of(asked, size)
    except Unsatisfiable:
        file.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    if part is None:
        return _response(file, headers)
    first, last = part
    headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    headers["Content-Length"] = str(last - first + 1)
    return _response(Slice(file, first, last), headers, status=206)


def _response(file, headers: dict[str, str], status: int = 200) -> FileResponse:
    """With these headers, and not with those that Django makes of the file's name."""
    response = FileResponse(file, status=status)
    response.headers.pop("Content-Disposition", None)
    for name, value in headers.items():
        response.headers[name] = value
    return response
