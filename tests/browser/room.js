() => {
  const inText = (e) => getComputedStyle(e).display === "inline"
    && e.parentElement.textContent.trim().length > e.textContent.trim().length;
  const asked = (e) => !e.closest(".hush,.skip") && !e.matches("[type=hidden],[type=radio],[type=checkbox]");
  const small = [];
  for (const e of [...document.querySelectorAll("a,button,summary,textarea,input,select,label:has(input)")].filter(asked)) {
    const r = e.getBoundingClientRect();
    if (!r.width || (e.tagName === "A" && inText(e))) continue;
    if (r.height < 43.9 || r.width < 43.9) small.push(`${e.outerHTML.slice(0, 90)} ${r.width}x${r.height}`);
  }
  return { over: document.documentElement.scrollWidth - innerWidth, small };
}
