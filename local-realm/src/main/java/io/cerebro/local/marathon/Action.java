package io.cerebro.local.marathon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cerebro.marathon.AppId;

/** What a step of a deployment does to one app. */
record Action(Kind kind, AppId app) {
    /** Marathon's four kinds. */
    enum Kind {
        START("StartApplication"),
        STOP("StopApplication"),
        SCALE("ScaleApplication"),
        RESTART("RestartApplication");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    ObjectNode view() {
        return Json.object().put("action", kind.text).put("app", app.path());
    }
}
