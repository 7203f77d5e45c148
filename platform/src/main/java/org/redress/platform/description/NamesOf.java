package org.redress.platform.description;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that a member or parameter holds written names of an enumeration's values: the description lists them all. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface NamesOf {

    /** The enumeration; its values are written in lower case with hyphens. */
    Class<? extends Enum<?>> value();
}
