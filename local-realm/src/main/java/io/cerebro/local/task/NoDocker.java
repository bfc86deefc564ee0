package io.cerebro.local.task;

import java.io.IOException;

/** There is no docker command on this machine. */
final class NoDocker extends IOException {
    private static final long serialVersionUID = 1;

    static final String HOW_TO_GET_IT =
            "install Docker Engine (on Debian: apt-get install docker.io) and start it, or give the"
                    + " app a plain 'cmd' without a container";

    NoDocker() {
        super("There is no docker command on this machine: " + HOW_TO_GET_IT);
    }
}
