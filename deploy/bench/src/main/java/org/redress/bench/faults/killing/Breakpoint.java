package org.redress.bench.faults.killing;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A breakpoint at the begin of a window, set by a debugger in a service that runs as it ships. Where the code has no
 * such method any more the bench breaks off: a window that is not there must not count as one that held.
 */
final class Breakpoint implements AutoCloseable {

    private static final long CONNECT_MILLIS = 10_000;

    private final VirtualMachine machine;
    private final Window window;

    private Breakpoint(VirtualMachine machine, Window window) {
        this.machine = machine;
        this.window = window;
    }

    /** Sets it in the process that listens for a debugger on this port, now or when the class is loaded. */
    static Breakpoint set(int port, Window window) throws IOException {
        Breakpoint breakpoint = new Breakpoint(attach(port), window);
        List<ReferenceType> loaded = breakpoint.machine.classesByName(window.type());
        if (loaded.isEmpty()) {
            ClassPrepareRequest prepared =
                    breakpoint.machine.eventRequestManager().createClassPrepareRequest();
            prepared.addClassFilter(window.type());
            prepared.enable();
        } else {
            breakpoint.breakIn(loaded.getFirst());
        }
        return breakpoint;
    }

    private static VirtualMachine attach(int port) throws IOException {
        AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(each -> each.name().equals("com.sun.jdi.SocketAttach"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        Map.of("hostname", "127.0.0.1", "port", Integer.toString(port), "timeout", Long.toString(CONNECT_MILLIS))
                .forEach((name, value) ->
                        Objects.requireNonNull(arguments.get(name)).setValue(value));
        try {
            return connector.attach(arguments);
        } catch (IllegalConnectorArgumentsException e) {
            throw new IllegalStateException(e);
        }
    }

    private void breakIn(ReferenceType type) {
        List<Method> methods = type.methodsByName(window.method());
        if (methods.size() != 1) {
            throw new MissingWindowException(window);
        }
        BreakpointRequest request = machine.eventRequestManager()
                .createBreakpointRequest(methods.getFirst().location());
        request.setSuspendPolicy(EventRequest.SUSPEND_ALL);
        request.enable();
    }

    /**
     * Waits until the process stands inside the window with something in hand; it stays suspended then.
     *
     * @return how much was in hand; empty when the process ended or nothing came within the time
     */
    OptionalInt await(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (System.nanoTime() < end) {
                EventSet events = machine.eventQueue().remove(200);
                if (events == null) {
                    continue;
                }
                OptionalInt inHand = look(events);
                if (inHand.isPresent()) {
                    return inHand;
                }
                events.resume();
            }
        } catch (VMDisconnectedException e) {
            return OptionalInt.empty(); // something else killed it first
        }
        return OptionalInt.empty();
    }

    /** Breaks off where the code never loaded the class: then nothing can be said of the window. */
    void requireLoaded() {
        try {
            if (machine.classesByName(window.type()).isEmpty()) {
                throw new MissingWindowException(window);
            }
        } catch (VMDisconnectedException e) {
            // It was killed: the next one will tell.
        }
    }

    private OptionalInt look(EventSet events) {
        for (Event event : events) {
            switch (event) {
                case ClassPrepareEvent prepared -> breakIn(prepared.referenceType());
                case BreakpointEvent hit -> {
                    int inHand = window.inHand(new Suspended(((LocatableEvent) hit).thread()));
                    if (inHand > 0) {
                        return OptionalInt.of(inHand);
                    }
                }
                case VMDeathEvent death -> throw new VMDisconnectedException();
                case VMDisconnectEvent gone -> throw new VMDisconnectedException();
                default -> {}
            }
        }
        return OptionalInt.empty();
    }

    /** Lets go of the process, which runs on where it still lives. */
    @Override
    public void close() {
        try {
            machine.dispose();
        } catch (VMDisconnectedException e) {
            // It was killed: there is nothing left to let go of.
        }
    }
}
