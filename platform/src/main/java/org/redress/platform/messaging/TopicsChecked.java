package org.redress.platform.messaging;

/** Whether the topics were found to keep what is written to them; until then nothing is published and nothing consumed. */
@FunctionalInterface
public interface TopicsChecked {

    /** True when the last look that reached the broker found nothing wrong. */
    boolean passed();
}
