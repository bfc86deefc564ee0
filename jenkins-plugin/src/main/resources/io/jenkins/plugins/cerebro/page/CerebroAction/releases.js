(function () {
  const EVERY = 3000;

  function Release(root) {
    this.root = root;
    this.url = root.dataset.url + "/";
  }

  Release.prototype.underWay = function () {
    return this.root.querySelector(".cerebro-fragment").dataset.underWay === "true";
  };

  Release.prototype.start = function () {
    this.listen();
    this.later();
  };

  Release.prototype.later = function () {
    if (this.underWay()) {
      setTimeout(() => (document.hidden ? Promise.resolve() : this.look()).finally(() => this.later()), EVERY);
    }
  };

  Release.prototype.look = function () {
    return fetch(this.url + "fragment", { cache: "no-store" })
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error("Jenkins answered " + answer.status))))
      .then((html) => this.show(html))
      .catch(() => {});
  };

  /** Jenkins's own markup for this release; what was unfolded stays so. */
  Release.prototype.show = function (html) {
    const fresh = new DOMParser().parseFromString(html, "text/html").querySelector(".cerebro-fragment");
    if (!fresh) {
      return;
    }
    const open = this.root.querySelector("details[open]");
    const details = fresh.querySelector("details");
    if (open && details) {
      details.open = true;
    }
    this.root.replaceChildren(document.importNode(fresh, true));
    this.listen();
  };

  Release.prototype.listen = function () {
    this.root.querySelectorAll(".cerebro-control").forEach((button) => {
      button.addEventListener("click", () => this.ask(button));
    });
  };

  Release.prototype.ask = function (button) {
    dialog.confirm(button.textContent, { message: button.dataset.question }).then(
      () => this.post(button.dataset.control),
      () => {},
    );
  };

  Release.prototype.post = function (control) {
    fetch(this.url + control, { method: "POST", headers: crumb.wrap({}) })
      .then((answer) => answer.text().then((sentence) => this.tell(answer, sentence)))
      .catch((error) => notificationBar.show(String(error.message || error), notificationBar.ERROR))
      .finally(() => this.look());
  };

  Release.prototype.tell = function (answer, sentence) {
    const plain = (answer.headers.get("Content-Type") || "").startsWith("text/plain");
    notificationBar.show(
      plain ? sentence : "Jenkins answered " + answer.status,
      answer.ok ? notificationBar.SUCCESS : notificationBar.ERROR,
    );
  };

  function start() {
    document.querySelectorAll(".cerebro-release").forEach((root) => new Release(root).start());
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start);
  } else {
    start();
  }
})();
