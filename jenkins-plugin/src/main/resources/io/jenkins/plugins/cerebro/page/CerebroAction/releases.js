(function () {
  const EVERY = 3000;

  /** Makes what is shown like what is fresh, in place: what is unfolded, scrolled, selected or focused stays so. */
  function merge(shown, fresh) {
    if (shown.nodeName !== fresh.nodeName || shown.id !== fresh.id) {
      shown.replaceWith(fresh);
    } else if (shown.nodeType === Node.ELEMENT_NODE) {
      mergeAttributes(shown, fresh);
      mergeChildren(shown, fresh);
    } else if (shown.nodeValue !== fresh.nodeValue) {
      shown.nodeValue = fresh.nodeValue;
    }
  }

  function mergeAttributes(shown, fresh) {
    [...fresh.attributes]
      .filter((each) => shown.getAttribute(each.name) !== each.value)
      .forEach((each) => shown.setAttribute(each.name, each.value));
    [...shown.attributes]
      .filter((each) => each.name !== "open" && !fresh.hasAttribute(each.name))
      .forEach((each) => shown.removeAttribute(each.name));
  }

  function mergeChildren(shown, fresh) {
    const before = [...shown.childNodes];
    const after = [...fresh.childNodes];
    after.forEach((node, i) => (before[i] ? merge(before[i], node) : shown.append(node)));
    before.slice(after.length).forEach((node) => node.remove());
  }

  function Releases(root) {
    this.root = root;
    this.stale = document.querySelector(".cerebro-stale");
    this.seen = new Date();
  }

  Releases.prototype.start = function () {
    this.root.addEventListener("click", (event) => {
      const button = event.target.closest(".cerebro-control");
      if (button) {
        this.ask(button);
      }
    });
    this.later();
  };

  /** Until the build is over. */
  Releases.prototype.later = function () {
    if (this.root.dataset.building === "true") {
      setTimeout(() => (document.hidden ? Promise.resolve() : this.look()).finally(() => this.later()), EVERY);
    }
  };

  Releases.prototype.look = function () {
    return fetch("fragment", { cache: "no-store" })
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error("Jenkins answered " + answer.status))))
      .then((html) => this.show(html))
      .catch(() => this.say("Jenkins does not answer; this is as of " + this.seen.toLocaleTimeString()));
  };

  Releases.prototype.show = function (html) {
    const fresh = new DOMParser().parseFromString(html, "text/html").querySelector(".cerebro-releases");
    if (!fresh) {
      throw new Error("this is not the fragment");
    }
    merge(this.root, fresh);
    this.seen = new Date();
    this.say("");
  };

  Releases.prototype.say = function (trouble) {
    this.stale.textContent = trouble;
    this.stale.classList.toggle("jenkins-hidden", !trouble);
  };

  Releases.prototype.ask = function (button) {
    const options = { message: button.dataset.question, okText: button.textContent, type: button.dataset.type };
    cerebro.ask(button.dataset.title, options, button.dataset.url).then((asked) => asked && this.look());
  };

  function start() {
    new Releases(document.querySelector(".cerebro-releases")).start();
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start);
  } else {
    start();
  }
})();
