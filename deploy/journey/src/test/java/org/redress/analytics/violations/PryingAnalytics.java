package org.redress.analytics.violations;

import org.redress.platform.sealing.KeyFiles;

/** Asks for a private key. */
public class PryingAnalytics {

    /** What would open petitions. */
    public Object opener(KeyFiles keys) {
        return keys.opener("content");
    }
}
