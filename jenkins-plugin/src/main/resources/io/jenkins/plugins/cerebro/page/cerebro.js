(function () {
  function post(url, fields) {
    return fetch(url, {
      method: "POST",
      headers: crumb.wrap({ "Content-Type": "application/x-www-form-urlencoded" }),
      body: new URLSearchParams(fields),
    })
      .then((answer) => answer.text().then((sentence) => tell(answer, sentence)))
      .catch((error) => notificationBar.show(String(error.message || error), notificationBar.ERROR));
  }

  function tell(answer, sentence) {
    const plain = (answer.headers.get("Content-Type") || "").startsWith("text/plain");
    // after a restart of Jenkins, or another login, the crumb of this page is no longer good
    const otherwise = "Jenkins answered " + answer.status + (answer.status === 403 ? "; reload this page" : "");
    notificationBar.show(
      plain ? sentence : otherwise,
      answer.ok ? notificationBar.SUCCESS : notificationBar.ERROR,
    );
  }

  window.cerebro = {
    /** Asks the person, then Jenkins, whose sentence it shows. Promises whether Jenkins was asked. */
    ask: (title, options, url, fields) =>
      dialog.confirm(title, options).then(
        () => post(url, fields || {}).then(() => true),
        () => false,
      ),
  };
})();
