package org.redress.platform.consuming;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.redress.contracts.Topic;

/** What an {@link EventHandler} consumes; the platform binds each bean that says so to its topic. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Consumes {

    /** The topic. */
    Topic value();

    /**
     * Its name where the service consumes the topic several times, each with offsets, gaps and parked events of its own;
     * empty for the first.
     */
    String as() default "";
}
