package io.cerebro.local.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.cerebro.local.task.ProcessTable.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProcessTableTest {
    @Test
    void readsAStatWhoseCommandHoldsAnything() {
        String stat =
                "4242 (a) R 1 (b)) S 17 4200 4100 0 -1 4194304 1 2 3 4 5 6 7 8 20 0 1 0 998877 123456 789 1844674";

        assertThat(Entry.parse(stat)).isEqualTo(new Entry(4242, 'S', 17, 4200, 4100, 998877, 789));
    }

    @Test
    void findsThisProcessAndItsMemory() {
        Entry self = ProcessTable.entry(ProcessHandle.current().pid()).orElseThrow();
        ProcessTable table = ProcessTable.read();

        assertThat(table.members(self.session())).extracting(Entry::pid).contains(self.pid());
        assertThat(table.residentBytes(List.of(self))).isBetween(10_000_000L, 10_000_000_000L);
        assertThat(table.alive(self.pid(), self.startTicks())).isTrue();
        assertThat(table.alive(self.pid(), self.startTicks() - 1)).isFalse();
        assertThat(table.reused(self.pid(), self.startTicks())).isFalse();
        assertThat(table.reused(self.pid(), self.startTicks() - 1)).isTrue();
    }
}
