package org.redress.starters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessRecordTest {

    private final long pid = ProcessHandle.current().pid();
    private final ProcessRecord self = ProcessRecord.of(pid).orElseThrow();

    @Test
    void knowsItsProcessAgain() {
        assertThat(self.alive()).contains(ProcessHandle.current());
    }

    @Test
    void refusesAnotherProcessThatGotTheSameNumber() {
        assertThat(new ProcessRecord(pid, self.startedAt().minusSeconds(60)).alive())
                .isEmpty();
    }
}
