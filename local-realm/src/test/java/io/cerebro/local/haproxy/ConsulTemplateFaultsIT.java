package io.cerebro.local.haproxy;

import java.nio.file.Path;

class ConsulTemplateFaultsIT extends ToldFaults {
    @Override
    ToldRig start(Path directory) throws Exception {
        return new ConsulRig(directory);
    }
}
