from django.http import FileResponse, Http404, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from portal.media import renditions
from portal.media.gate import is_visible

CONTENT_TYPES = {renditions.WEBP: "image/webp", renditions.JPEG: "image/jpeg"}


@require_safe
def picture(request, token, name):
    """A rendition that is public now. "Not yet" and "never was" leave by the same line."""
    if not is_visible(token):
        raise Http404
    response = rendition_response(token, name)
    # A file is never written twice, so its address names its bytes.
    response["ETag"] = f'"{token}-{name}"'
    answer = get_conditional_response(request, response["ETag"], response=response)
    if answer is not response or request.method == "HEAD":
        # Servers differ in whether they drop the body of an answer to HEAD, so none is given.
        # response.close() would tell Django that the whole request is over.
        response.file_to_stream.close()
        return HttpResponse(status=answer.status_code, headers=answer.headers)
    return response


def rendition_response(token, name):
    try:
        file = renditions.path(token, name).open("rb")
    except FileNotFoundError:
        raise Http404 from None
    content_type = CONTENT_TYPES[name.rpartition(".")[2]]
    return FileResponse(file, content_type=content_type)
