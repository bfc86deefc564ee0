package io.cerebro.local.haproxy;

import java.nio.file.Path;

class ConsulTemplateFaultsIT extends RenderedFaults {
    @Override
    RenderedRig start(Path directory) throws Exception {
        return new ConsulRig(directory);
    }
}
