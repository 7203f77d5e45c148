package org.redress.bench.faults.killing;

import com.sun.jdi.ArrayReference;
import com.sun.jdi.ClassNotLoadedException;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.IntegerValue;
import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.InvocationException;
import com.sun.jdi.Method;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.StringReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.Value;
import java.util.List;

/** A thread that stands at a breakpoint, its whole process with it, so that one may look at what it holds. */
final class Suspended {

    private final ThreadReference thread;

    Suspended(ThreadReference thread) {
        this.thread = thread;
    }

    /** The arguments of the method it has just entered. */
    List<Value> arguments() {
        try {
            return thread.frame(0).getArgumentValues();
        } catch (IncompatibleThreadStateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The size of a collection. */
    int size(ObjectReference collection) {
        return ((IntegerValue) ask(collection, "size", "()I")).value();
    }

    /** The sizes of the collections in a collection, added. */
    int sizes(ObjectReference collections) {
        ArrayReference all = (ArrayReference) ask(collections, "toArray", "()[Ljava/lang/Object;");
        return all.getValues().stream()
                .mapToInt(each -> size((ObjectReference) each))
                .sum();
    }

    /** What an object prints as. */
    String text(ObjectReference object) {
        return ((StringReference) ask(object, "toString", "()Ljava/lang/String;")).value();
    }

    private Value ask(ObjectReference object, String name, String signature) {
        List<Method> found = object.referenceType().methodsByName(name, signature);
        try {
            return object.invokeMethod(thread, found.getFirst(), List.of(), ObjectReference.INVOKE_SINGLE_THREADED);
        } catch (InvalidTypeException
                | ClassNotLoadedException
                | IncompatibleThreadStateException
                | InvocationException e) {
            throw new IllegalStateException("The debugger cannot ask for " + name, e);
        }
    }
}
