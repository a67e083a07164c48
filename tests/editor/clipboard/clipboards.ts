/** What programs put on the clipboard for a made-up text, in the manner of each; written for these tests. */

/** As Word writes it: styles by class, lists by `mso-list`, a footnote, a tracked deletion, a comment. */
export const word = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Temp/clip_filelist.xml">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm;font-size:12.0pt;} @list l0:level1 {mso-level-number-format:alpha-lower;} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<h2>Lights<o:p></o:p></h2>
<p class=Call><i>resolves<o:p></o:p></i></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-fareast-font-family:Calibri'><span style='mso-list:Ignore'>a)<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>to keep
every <b>harbour</b> light <del cite="mailto:Ada" datetime="2026-01-01T10:00">clean and </del><ins cite="mailto:Ada" datetime="2026-01-01T10:00">lit</ins>;<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>at night,<o:p></o:p></p>
<p class=MsoNormal>Water is H<sub>2</sub>O<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span
style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]></span></span></a> and <span style='font-style:italic'>cold</span><a style='mso-comment-reference:A_1'>.</a><span class=MsoCommentReference><span style='mso-special-character:comment'>&nbsp;<a href="#_msocom_1">[A1]</a></span></span><o:p></o:p></p>
<p class=MsoNormal>1<span style='mso-tab-count:1'>         </span>to count them.<o:p></o:p></p>
<table class=MsoTableGrid border=1><tr><td width=200><p class=MsoNormal><b>Harbour<o:p></o:p></b></p></td><td><p class=MsoNormal>Light<o:p></o:p></p></td></tr>
<tr><td><p class=MsoNormal>North<o:p></o:p></p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr></table>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal><span style='display:none;mso-hide:all'>SECRET<o:p></o:p></span></p>
<!--EndFragment-->
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span
class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]></span></span></a> When it is liquid.<o:p></o:p></p></div></div>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>REMARK</p></div></div>
</body></html>`;

/** As Google Docs writes it: all in a bold element that is not, spans with styles, lists with levels. */
export const googleDocs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-4be1c2d0-7fff-1111-2222-333344445555"><h3 dir="ltr" style="line-height:1.38;"><span style="font-size:14pt;font-weight:400;color:#434343;">Lights</span></h3><ol style="margin-top:0;margin-bottom:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:lower-alpha;font-weight:400;" aria-level="1"><p dir="ltr" style="line-height:1.38;" role="presentation"><span style="font-weight:400;font-style:normal;text-decoration:none;vertical-align:baseline;white-space:pre-wrap;">to keep every </span><span style="font-weight:700;">harbour</span><span style="font-weight:400;"> light lit;</span></p></li><ol style="margin-top:0;"><li dir="ltr" style="list-style-type:lower-roman;" aria-level="2"><p dir="ltr" role="presentation"><span style="font-style:italic;">at night,</span></p></li></ol></ol><br /><p dir="ltr"><span>Water is H</span><span style="vertical-align:sub;font-size:0.6em;">2</span><span>O.</span></p><div dir="ltr" style="margin-left:0pt;" align="left"><table style="border:none;border-collapse:collapse;"><colgroup><col /><col /></colgroup><tbody><tr style="height:0pt"><td style="border:solid #000 1pt;"><p dir="ltr"><span>North</span></p></td><td><p dir="ltr"><span>red</span></p></td></tr></tbody></table></div></b><br class="Apple-interchange-newline">`;

/** A part of a web page with everything that must not come in. */
export const hostilePage = `<meta charset="utf-8"><section><h1 onclick="window.bad=1">Lights</h1><script>window.bad=1</script><style>*{display:none}</style>
<p style="background:url(javascript:window.bad=1)">Read <a href="javascript:window.bad=1" onmouseover="window.bad=1"><em>this</em></a> and <a href="https://lights.example/">that</a>.<img src="x" onerror="window.bad=1"><svg onload="window.bad=1"><text>SVG</text></svg></p>
<p>Seen<span style="display: none">HIDDEN</span><span hidden>HIDDEN</span><span style="font-size:0">HIDDEN</span><span style="position:absolute;left:-9999px">HIDDEN</span> all.</p>
<ul><li data-id="c3" class="clause" data-kind="nonsense">one<ul><li>two</li></ul></li></ul><iframe srcdoc="<script>parent.bad=1</script>"></iframe>
<table><tr><td><table><tr><td>laid</td><td>out</td></tr></table></td></tr></table><img src="data:image/png;base64,AAAA">
<object data="data:text/html,<script>window.bad=1</script>">OBJECT</object><noscript><p title="</noscript><img src=x onerror=window.bad=1>">NOSCRIPT</p></noscript>
<math><mtext></table><mglyph><style><img src=x onerror=window.bad=1></style></mglyph></mtext></math><p data-note-key="7">&lt;b&gt;not bold&lt;/b&gt; <sup data-note-key="7">x</sup>&#x202e;</p></section>`;

/** A page's footnotes, as many programs write them. */
export const pageWithNotes = `<p>First<sup id="fnref1"><a href="#fn1">1</a></sup> and second<sup id="fnref2"><a href="page.html#fn2">2</a></sup>.</p><hr><ol><li id="fn1"><p>One <a href="#fnref1">↩</a></p></li><li id="fn2"><p>Two <a href="#fnref2">↩</a></p></li></ol>`;

/** Lines as a person types them. */
export const plain = "Points:\r\na) first;\r\nb) second;\r\n\r\n– a dash\r\n2\tto go on";
