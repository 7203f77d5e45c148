package org.redress.platform.consuming;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Every state that can be reached, shortest schedules first, until one is wrong. Of a state it keeps a fingerprint of 64
 * bits, the state it came from, and which of the steps led here.
 */
final class Walk {

    private final World start;
    private long[] fingerprints = new long[1 << 16];
    private int[] parents = new int[1 << 15];
    private byte[] choices = new byte[1 << 15];
    private int states;
    private final StringBuilder buffer = new StringBuilder();

    Walk(World start) {
        this.start = start;
    }

    int states() {
        return states;
    }

    /** The shortest schedule that ends in a wrong state, and what is wrong there. */
    Optional<String> failure() {
        Deque<World> open = new ArrayDeque<>(List.of(start));
        remember(start, -1, 0);
        for (int here = 0; !open.isEmpty(); here++) {
            World world = open.remove();
            String fault = world.fault();
            if (!fault.isEmpty()) {
                return Optional.of(String.join(", ", schedule(here)) + " => " + fault);
            }
            int parent = here;
            int[] choice = {0};
            world.next((name, next) -> {
                if (remember(next, parent, choice[0]++)) {
                    open.add(next);
                }
            });
        }
        return Optional.empty();
    }

    private boolean remember(World world, int parent, int choice) {
        long fingerprint = fingerprint(world);
        int slot = slot(fingerprint);
        if (fingerprints[slot] != 0) {
            return false;
        }
        if (2 * states >= fingerprints.length) {
            grow();
            slot = slot(fingerprint);
        }
        fingerprints[slot] = fingerprint;
        parents[states] = parent;
        choices[states] = (byte) choice;
        states++;
        return true;
    }

    private int slot(long fingerprint) {
        int mask = fingerprints.length - 1;
        int slot = (int) (fingerprint >>> 32) & mask;
        while (fingerprints[slot] != 0 && fingerprints[slot] != fingerprint) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] old = fingerprints;
        fingerprints = new long[2 * old.length];
        for (long fingerprint : old) {
            if (fingerprint != 0) {
                fingerprints[slot(fingerprint)] = fingerprint;
            }
        }
        parents = Arrays.copyOf(parents, old.length);
        choices = Arrays.copyOf(choices, old.length);
    }

    private long fingerprint(World world) {
        buffer.setLength(0);
        world.write(buffer);
        long hash = 0x9E3779B97F4A7C15L;
        for (int i = 0; i < buffer.length(); i++) {
            hash = (hash ^ buffer.charAt(i)) * 0xBF58476D1CE4E5B9L;
            hash ^= hash >>> 29;
        }
        return hash == 0 ? 1 : hash;
    }

    /** Goes the way again, since states themselves are not kept. */
    private List<String> schedule(int state) {
        Deque<Integer> way = new ArrayDeque<>();
        for (int at = state; at > 0; at = parents[at]) {
            way.push((int) choices[at]);
        }
        List<String> names = new ArrayList<>();
        World world = start;
        for (int choice : way) {
            List<World> next = new ArrayList<>();
            List<String> named = new ArrayList<>();
            world.next((name, to) -> {
                named.add(name);
                next.add(to);
            });
            names.add(named.get(choice));
            world = next.get(choice);
        }
        return names;
    }
}
