package org.redress.contracts.violations;

import org.redress.contracts.Event;
import org.redress.contracts.Head;
import org.springframework.stereotype.Component;

/** Depends on a framework and is no record. */
@Component
public class FrameworkEvent implements Event {

    @Override
    public Head head() {
        throw new UnsupportedOperationException();
    }
}
