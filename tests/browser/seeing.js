// What the checks see of a page. Every page under test is given this before its own first line.
window.seeing = (() => {
  const shorten = text => text.trim().replace(/\s+/g, " ").slice(0, 40);

  function step(one) {
    const names = typeof one.className === "string" ? one.className.trim() : "";
    const id = one.id ? `#${one.id}` : "";
    return one.localName + id + (names && `.${names.split(/\s+/).join(".")}`);
  }

  /** Say which element it is, so that a person finds it: its path's end and its first words. */
  function name(one) {
    const path = [];
    for (let at = one; at && at !== document.body && path.length < 4; at = at.parentElement) {
      path.unshift(step(at));
    }
    return `${path.join(" > ") || step(one)} “${shorten(one.textContent)}”`;
  }

  const style = (one, pseudo) => getComputedStyle(one, pseudo);

  /** Tell whether an element is kept for screen readers, or for the keyboard until it has focus. */
  function isAside(one, known = new Map()) {
    if (!one || one === document.body) return false;
    if (!known.has(one)) known.set(one, isAsideItself(one) || isAside(one.parentElement, known));
    return known.get(one);
  }

  function isAsideItself(one) {
    const { position, clip, clipPath } = style(one);
    if (position !== "absolute" && position !== "fixed") return false;
    if (clip !== "auto" || /^inset\((50|100)%/.test(clipPath)) return true;
    const box = one.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1) return true;
    return box.right <= 0 || box.bottom + scrollY <= 0;
  }

  const asked = { visibilityProperty: true, opacityProperty: true };
  const isShown = (one, known) => one.checkVisibility(asked) && !isAside(one, known);

  const isSpace = box => box.width < 1 || box.height < 1;
  const SILENT = "script,style,template,noscript,title,desc,option,textarea";

  const isFolded = one => one.closest("details:not([open])") && !one.closest("summary");

  /** Return every piece of text that a reader sees, with its element and its boxes. */
  function texts() {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const known = new Map();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || element.closest(SILENT) || isFolded(element)) continue;
      if (!isShown(element, known)) continue;
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter(box => !isSpace(box));
      if (boxes.length) found.push({ node, element, boxes });
    }
    return found;
  }

  const CONTROLS =
    "a[href],area[href],button,input:not([type=hidden]),select,textarea,summary,iframe," +
    "[contenteditable],[tabindex],[role=button],[role=link],[onclick],audio[controls],video[controls]";

  function isLeftOut(one) {
    if (one.matches("[tabindex='-1'],:disabled,[inert] *,[inert]")) return true;
    if (one.localName === "summary") return one !== one.parentElement.querySelector("summary");
    if (one.type !== "radio" || !one.name) return false;
    const group = [...document.querySelectorAll("input[type=radio]")];
    const rivals = group.filter(other => other.name === one.name && other.form === one.form);
    return one !== (rivals.find(other => other.checked) ?? rivals[0]);
  }

  /** Return what the keyboard has to reach, in the order of the document. */
  function controls() {
    const all = [...document.querySelectorAll(CONTROLS)];
    return all.filter(one => one.checkVisibility({ visibilityProperty: true }) && !isLeftOut(one));
  }

  const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const known = new Map();

  /** Return the red, green, blue and opacity of any colour that CSS can name. */
  function rgba(colour) {
    if (!known.has(colour)) {
      paint.clearRect(0, 0, 1, 1);
      paint.fillStyle = colour;
      paint.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = paint.getImageData(0, 0, 1, 1).data;
      known.set(colour, [red, green, blue, alpha / 255]);
    }
    return known.get(colour);
  }

  const over = ([r, g, b, a], [R, G, B]) =>
    [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];

  /** Return the colour of the ground that an element stands on. */
  function ground(one) {
    const layers = [];
    for (let at = one; at; at = at.parentElement) {
      const layer = rgba(style(at).backgroundColor);
      layers.push(layer);
      if (layer[3] === 1) break;
    }
    return layers.reduceRight((below, layer) => over(layer, below), rgba("Canvas"));
  }

  function luminance([red, green, blue]) {
    const [r, g, b] = [red, green, blue].map(part => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  /** Return the contrast of a colour on an opaque one, from 1 to 21. */
  function contrast(colour, below) {
    const [low, high] = [luminance(over(colour, below)), luminance(below)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }

  return { name, step, style, isAside, isShown, texts, controls, rgba, ground, contrast };
})();
