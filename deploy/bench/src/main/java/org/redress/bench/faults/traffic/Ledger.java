package org.redress.bench.faults.traffic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Everything that was acknowledged, in the callers' own memory: no counter of the platform is asked. */
public final class Ledger {

    private final Map<String, Acknowledged.Petition> byKey = new HashMap<>();
    private final List<Acknowledged.Petition> petitions = new ArrayList<>();
    private final List<Acknowledged.Request> requests = new ArrayList<>();
    private final Set<Acknowledged.Command> commands = new LinkedHashSet<>();
    private final Set<Acknowledged.Command> seen = new LinkedHashSet<>();
    private final List<String> contradictions = new ArrayList<>();
    private final List<String> abandoned = new ArrayList<>();

    /** A repeat has to be answered like the first. */
    public synchronized void add(Acknowledged.Petition petition) {
        Acknowledged.Petition first = byKey.putIfAbsent(petition.key(), petition);
        if (first == null) {
            petitions.add(petition);
        } else if (!first.equals(petition)) {
            contradicts("key " + petition.key() + " got two receipts");
        }
    }

    /** Notes a request. */
    public synchronized void add(Acknowledged.Request request) {
        requests.add(request);
    }

    /** A step that a case takes once can be acknowledged once. */
    public synchronized void add(Acknowledged.Command command) {
        if (!commands.add(command)) {
            contradicts(command.petitionId() + " was " + command.became() + " twice");
        }
    }

    /** Forgets commands that a restore took back, all but these; returns how many those were. */
    public synchronized int takeBackCommandsBut(Set<Acknowledged.Command> kept) {
        int all = commands().size();
        commands.retainAll(kept);
        seen.retainAll(kept);
        return all - commands().size();
    }

    /** Notes a command whose answer was lost and which was then found done. */
    synchronized void sawDone(Acknowledged.Command command) {
        seen.add(command);
    }

    /** Notes that the same key was answered with something else than before. */
    synchronized void contradicts(String sentence) {
        contradictions.add(sentence);
    }

    /** Notes a request that was given up without an answer: whether it was taken is unknown. */
    synchronized void abandon(String key) {
        abandoned.add(key);
    }

    /** One of the petitions, drawn at random; empty before the first. */
    synchronized Optional<Acknowledged.Petition> any(Random random) {
        return petitions.isEmpty() ? Optional.empty() : Optional.of(petitions.get(random.nextInt(petitions.size())));
    }

    /** How many petitions were acknowledged so far. */
    public synchronized int petitionCount() {
        return petitions.size();
    }

    /** How much was acknowledged so far: petitions, requests and commands. */
    public synchronized int size() {
        return petitions.size() + requests.size() + commands.size();
    }

    /** The petitions. */
    public synchronized List<Acknowledged.Petition> petitions() {
        return List.copyOf(petitions);
    }

    /** The petitioners' requests. */
    public synchronized List<Acknowledged.Request> requests() {
        return List.copyOf(requests);
    }

    /** The officers' commands, those too that were only found done. */
    public synchronized Set<Acknowledged.Command> commands() {
        Set<Acknowledged.Command> all = new LinkedHashSet<>(commands);
        all.addAll(seen);
        return all;
    }

    /** Keys that were answered twice, and differently. */
    public synchronized List<String> contradictions() {
        return List.copyOf(contradictions);
    }

    /** Keys that never got an answer. */
    public synchronized List<String> abandoned() {
        return List.copyOf(abandoned);
    }
}
