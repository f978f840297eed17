package org.eyrie.model.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eyrie.model.access.AccessStore;
import org.eyrie.model.access.AccessToken;
import org.eyrie.model.access.AuditEntry;

/** Tokens and the record of writes in memory. Safe for many threads. */
public final class MemoryAccessStore implements AccessStore {

    private final Map<String, AccessToken> tokens = new TreeMap<>();
    private final List<AuditEntry> entries = new ArrayList<>();

    /** With nothing in it. */
    public MemoryAccessStore() {}

    @Override
    public synchronized boolean add(AccessToken token) {
        return tokens.putIfAbsent(token.name(), token) == null;
    }

    @Override
    public synchronized boolean revoke(String name) {
        return tokens.remove(name) != null;
    }

    @Override
    public synchronized List<AccessToken> tokens() {
        return List.copyOf(tokens.values());
    }

    @Override
    public synchronized void record(AuditEntry entry) {
        entries.add(0, entry);
    }

    @Override
    public synchronized List<AuditEntry> record(int limit) {
        return entries.stream().limit(limit).toList();
    }
}
