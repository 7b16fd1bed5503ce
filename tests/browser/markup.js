() => {
  const all = (query) => [...document.querySelectorAll(query)];
  const said = (e) => e.outerHTML.slice(0, 90);
  const ofHtmx = "htmx-current-path-for-history";
  return {
    h1: all("h1").length,
    main: all("main").length,
    title: Boolean(document.title.trim()),
    lang: document.documentElement.lang,
    unlabelled: all("input:not([type=hidden]),textarea,select").filter((e) => !e.labels?.length && !e.ariaLabel).map(said),
    nameless: all("a,button").filter((e) => !e.textContent.trim() && !e.ariaLabel).map(said),
    inline: all("[style],style,script:not([src])").map(said),
    handlers: all("*").filter((e) => [...e.attributes].some((a) => a.name.startsWith("on"))).map(said),
    twice: all("[id]").map((e) => e.id).filter((id, n, ids) => ids.indexOf(id) !== n),
    stored: Object.keys({ ...localStorage, ...sessionStorage }).filter((key) => key !== ofHtmx),
  };
}
