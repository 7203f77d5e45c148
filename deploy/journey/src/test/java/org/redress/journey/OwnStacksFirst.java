package org.redress.journey;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Runs what shares a platform last and together, so that nothing runs beside it, and who leaves most behind at the end. It
 * saves time alone: no class needs another.
 */
public final class OwnStacksFirst implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.comparing(
                        (ClassDescriptor each) -> Journey.class.isAssignableFrom(each.getTestClass())));
    }
}
