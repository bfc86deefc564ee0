package io.cerebro.local.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.local.task.ProcessTable.Entry;
import org.junit.jupiter.api.Test;

final class ProcessTableTest {
    @Test
    void readsAStatWhoseCommandHoldsAnything() {
        String stat =
                "4242 (a) R 1 (b)) S 17 4200 4100 0 -1 4194304 1 2 3 4 5 6 7 8 20 0 1 0 998877 123456 789 1844674";

        assertThat(Entry.parse(stat)).isEqualTo(new Entry(4242, 'S', 17, 4200, 4100, 998877));
    }

    @Test
    void findsThisProcessAndItsMemory() {
        long pid = ProcessHandle.current().pid();
        Entry self = ProcessTable.entry(pid).orElseThrow();

        assertThat(ProcessTable.read().members(pid)).extracting(Entry::pid).contains(pid);
        assertThat(ProcessTable.residentBytes(java.util.List.of(self))).isGreaterThan(10_000_000);
        assertThat(ProcessTable.read().reused(pid, self.startTicks())).isFalse();
        assertThat(ProcessTable.read().reused(pid, self.startTicks() - 1)).isTrue();
    }
}
