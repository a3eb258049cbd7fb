// Which pieces of text are painted alike. Every page under test is given this before its first line.
window.painted = (() => {
  const PARTS = ["::before", "::after"];
  const OWN = [
    "color", "fill", "fontSize", "fontWeight", "display", "textShadow", "textIndent",
    "webkitTextStrokeWidth", "webkitTextStrokeColor", "webkitTextFillColor", "backgroundClip",
  ];
  const LAYER = [
    "backgroundColor", "backgroundImage", "opacity", "filter", "backdropFilter", "mixBlendMode",
    "maskImage", "clipPath", "transform", "position", "zIndex", "float", "overflowX", "overflowY",
    "visibility",
  ];
  const PLAIN = "rgba(0, 0, 0, 0)|none|1|none|none|normal|none|none|none|static|auto|none";
  const DRAWN = "img,video,canvas,svg,svg *,iframe,object,embed,input,select,textarea,button";
  /** Not told apart by what is known here: each is measured by itself. */
  const SINGLE = "input,select,textarea,button,label,[aria-disabled],[disabled] *,[aria-disabled] *";

  const read = (style, names) => names.map(name => style[name]).join("|");
  const hasGround = style =>
    seeing.rgba(style.backgroundColor)[3] > 0 || style.backgroundImage !== "none";
  const cross = (one, other) => one.left < other.right && other.left < one.right
    && one.top < other.bottom && other.top < one.bottom;
  const holds = (outer, inner) => outer.left <= inner.left + 1 && inner.right <= outer.right + 1
    && outer.top <= inner.top + 1 && inner.bottom <= outer.bottom + 1;

  /** Say what an element adds to the picture: its ground, how it is laid over others, its parts. */
  function layer(one) {
    const style = seeing.style(one), box = one.getBoundingClientRect();
    const parts = PARTS.flatMap(part => {
      const its = seeing.style(one, part);
      if (its.content === "none" || !hasGround(its)) return [];
      const size = parseFloat(its.width) * parseFloat(its.height);
      return [[part, read(its, LAYER), size > box.width * box.height / 4]];
    });
    const said = read(style, LAYER), isDrawn = one.matches(DRAWN);
    const isPlain = said.startsWith(PLAIN) && !parts.length && !isDrawn;
    return { one, box, isPlain, said: isPlain ? "" : JSON.stringify([isDrawn && one.localName, said, parts]),
             isPainted: isDrawn || parts.length > 0 || hasGround(style) };
  }

  /** Return a function that says how a text is painted: equal words, equal picture. */
  function teller() {
    const layers = new Map([...document.querySelectorAll("*")].map(one => [one, layer(one)]));
    const painted = [...layers.values()].filter(({ isPainted }) => isPainted);

    return (element, boxes, words) => {
      const under = [];
      for (let at = element; at; at = at.parentElement) {
        const { isPlain, said, box } = layers.get(at);
        if (!isPlain) under.push([said, boxes.every(one => holds(box, one))]);
      }
      const strangers = painted
        .filter(({ box }) => boxes.some(one => cross(box, one)))
        .filter(({ one }) => !one.contains(element))
        .map(({ one, said }) => [said, element.compareDocumentPosition(one)]);
      const signs = /[\p{L}\p{N}]/u.test(words) && Math.min([...words].length, 2);
      return JSON.stringify([
        read(seeing.style(element), OWN), signs, seeing.isShown(element), under, strangers,
      ]);
    };
  }

  /** Return 53 bits that stand for a text (cyrb53). */
  function digest(text) {
    let [high, low] = [0xdeadbeef, 0x41c6ce57];
    for (let at = 0; at < text.length; at++) {
      const sign = text.charCodeAt(at);
      high = Math.imul(high ^ sign, 2654435761);
      low = Math.imul(low ^ sign, 1597334677);
    }
    high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
    low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
    return 4294967296 * (2097151 & low) + (high >>> 0);
  }

  /** Return one element of each group whose texts are painted alike, by what they are alike in. */
  function oneOfEach() {
    const tell = teller(), chosen = new Map(), range = document.createRange();
    let single = 0;
    for (const one of document.body.querySelectorAll("*")) {
      const texts = [...one.childNodes].filter(node => node.nodeType === 3 && node.data.trim());
      if (one.matches(SINGLE)) chosen.set(single--, one);
      else if (texts.length) {
        const boxes = texts.flatMap(text => {
          range.selectNodeContents(text);
          return [...range.getClientRects()];
        });
        const how = digest(tell(one, boxes, texts.map(text => text.data).join("").trim()));
        if (!chosen.has(how)) chosen.set(how, one);
      }
    }
    return chosen;
  }

  /** Say which elements are there for a reader, to their eyes or to a screen reader. */
  const shownTree = () => digest([...document.querySelectorAll("*")].map(one =>
    one.checkVisibility({ visibilityProperty: true }) ? 1 + seeing.isAside(one) : 0).join(""));

  return { oneOfEach, shownTree, hasGround };
})();
