"""Bodies that try to run a script in a reader's or an editor's browser.

Each calls `hit()` if it succeeds: the browser tests put one there and count.
"""

_URLS = [
    "javascript:hit()",
    "JaVaScRiPt:hit()",
    "java\tscript:hit()",
    "java\nscript:hit()",
    "&#106;avascript:hit()",
    "&#x6A;avascript&colon;hit()",
    "javascript&#58hit()",
    "\x01javascript:hit()",
    " javascript:hit()",
    "vbscript:hit()",
    "data:text/html,<script>hit()</script>",
    "data:text/html;base64,PHNjcmlwdD5oaXQoKTwvc2NyaXB0Pg==",
    "file:///etc/passwd",
    "//evil.example/",
    "/\\evil.example/",
    "\\\\evil.example\\",
    "/\t/evil.example/",
    "https:javascript:hit()",
    "document:javascript:hit()",
    "document:108863/../javascript:hit()",
    "view-source:javascript:hit()",
    "blob:https://evil.example/1",
    "filesystem:https://evil.example/1",
]

_TAGS = """\
<script>hit()</script>
<SCRIPT SRC=//evil.example/x.js></SCRIPT>
<script/x>hit()</script >
<scr<script>ipt>hit()</scr</script>ipt>
<<script>hit();//<</script>
<img src=x onerror=hit()>
<img/src=x/onerror=hit()>
<img src=x:x onerror="hit()"
<p onclick=hit() onmouseover=hit()>x</p>
<p style="background:url(javascript:hit())">x</p>
<p style="width:expression(hit())">x</p>
<svg onload=hit()>
<svg><script>hit()</script></svg>
<svg><a xlink:href="javascript:hit()"><text>x</text></a></svg>
<svg><animate onbegin=hit() attributeName=x dur=1s>
<svg><foreignObject><body onload=hit()></foreignObject></svg>
<svg></p><style><a id="</style><img src=1 onerror=hit()>">
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=hit()&gt;">
<math><annotation-xml encoding="text/html"><script>hit()</script></annotation-xml></math>
<math href="javascript:hit()">x</math>
<iframe src="javascript:hit()"></iframe>
<iframe srcdoc="<script>parent.hit()</script>"></iframe>
<object data="javascript:hit()"></object>
<embed src="javascript:hit()">
<form action="javascript:hit()"><button>x</button></form>
<button formaction="javascript:hit()">x</button>
<input autofocus onfocus=hit()>
<select autofocus onfocus=hit()><option>x</select>
<textarea autofocus onfocus=hit()>x</textarea>
<details open ontoggle=hit()>x</details>
<marquee onstart=hit()>x</marquee>
<video><source onerror=hit()></video>
<audio src=x onerror=hit()>
<body onload=hit()>
<base href="javascript:hit()//">
<link rel=stylesheet href="data:text/css,*{}">
<link rel=import href="//evil.example/">
<meta http-equiv=refresh content="0;url=javascript:hit()">
<style>@import "//evil.example/x.css";</style>
<style><img src=x onerror=hit()></style>
<template><script>hit()</script></template>
<noscript><p title="</noscript><img src=x onerror=hit()>"></noscript>
<title><img src=x onerror=hit()></title>
<textarea><img src=x onerror=hit()></textarea>
<xmp><img src=x onerror=hit()></xmp>
<noembed><img src=x onerror=hit()></noembed>
<plaintext><img src=x onerror=hit()>
<![CDATA[<script>hit()</script>]]>
<!--><img src=x onerror=hit()>-->
<!--!><img src=x onerror=hit()>
<!-- --!><img src=x onerror=hit()>
<?xml-stylesheet href="javascript:hit()"?><x>
<!ENTITY x "<script>hit()</script>">&x;
<a href="https://ok.example/" onclick="hit()">x</a>
<a href='https://ok.example/"onmouseover="hit()'>x</a>
<a href="https://ok.example/" ping="//evil.example/">x</a>
<a href="https://ok.example/`onclick=hit()">x</a>
<td background="javascript:hit()">x</td>
<table background="javascript:hit()"><tr><td>x</table>
<table><td><script>hit()</script><tr><img src=x onerror=hit()></table>
<p title="</p><img src=x onerror=hit()>">x</p>
<p>&lt;img src=x onerror=hit()&gt;</p>
&lt;script&gt;hit()&lt;/script&gt;
<isindex action=javascript:hit() type=image>
<x:script xmlns:x="http://www.w3.org/1999/xhtml">hit()</x:script>
<p is=x-script onfocus=hit() tabindex=0 autofocus contenteditable>x</p>
<p id=location name=cookie>x</p><form id=document><input name=cookie></form>
<div style="position:fixed;inset:0;z-index:9999"><a href="https://evil.example/">x</a></div>
<font color=red face="x" onerror=hit()>x</font>
<ol start="1 onfocus=hit()"><li value="1" onfocus=hit()>x</ol>
<th scope="row onfocus=hit()" colspan="2 onfocus=hit()">x</th>
<h2><script>hit()</script></h2>
"""

BODIES = [f'<p>text <a href="{url}">link</a></p>' for url in _URLS]
BODIES += _TAGS.splitlines()
BODIES += [
    "<img src=x onerror=\x00hit()>",
    "<\x00script>hit()</script>",
    "<scr\x00ipt>hit()</scr\x00ipt>",
    '<a href="java\x00script:hit()">x</a>',
    "<p \ud800 onclick=hit()>x</p>",
    "<p>\u202e<script>hit()</script></p>",
]
