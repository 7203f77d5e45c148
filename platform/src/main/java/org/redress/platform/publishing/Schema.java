package org.redress.platform.publishing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Numbers of the shape in which an aggregate is stored; without it both are 1. A shape is read one release before it is
 * written, so that two releases can work on the same documents.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Schema {

    /** The newest shape this version can read; it refuses to touch a document of a newer one. */
    int reads() default 1;

    /** The shape this version writes. */
    int writes() default 1;
}
