package org.redress.platform.production;

import java.util.List;

/** A start in production that was refused. */
final class UnsafeProductionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<UnsafeSetting> settings;

    UnsafeProductionException(List<UnsafeSetting> settings) {
        super("not for production: "
                + settings.stream().map(UnsafeSetting::name).toList());
        this.settings = List.copyOf(settings);
    }

    List<UnsafeSetting> settings() {
        return settings;
    }
}
