package org.redress.journey;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Order;

/**
 * Runs what shares a platform last and together, so that nothing runs beside it, and who leaves most behind at the end. It
 * saves time alone: no class needs another.
 */
public final class OwnStacksFirst implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.comparing(OwnStacksFirst::shares).thenComparing(OwnStacksFirst::leavesBehind));
    }

    private static boolean shares(ClassDescriptor described) {
        return Journey.class.isAssignableFrom(described.getTestClass());
    }

    private static int leavesBehind(ClassDescriptor described) {
        return described.findAnnotation(Order.class).map(Order::value).orElse(0);
    }
}
