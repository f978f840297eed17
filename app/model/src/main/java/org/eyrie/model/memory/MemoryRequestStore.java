package org.eyrie.model.memory;

import java.util.HashMap;
import java.util.Map;
import org.eyrie.model.job.KeyedRequest;
import org.eyrie.model.job.RequestStore;
import org.jspecify.annotations.Nullable;

/** Requests with keys in memory. Safe for many threads. */
public final class MemoryRequestStore implements RequestStore {

    private final Map<String, KeyedRequest> requests = new HashMap<>();

    /** With nothing in it. */
    public MemoryRequestStore() {}

    @Override
    public synchronized KeyedRequest claim(KeyedRequest request, @Nullable String gone) {
        KeyedRequest known = requests.get(request.key());
        if (known == null || (known.answer() == null && known.owner().equals(gone))) {
            requests.put(request.key(), request);
            return request;
        }
        return known;
    }

    @Override
    public synchronized void answer(KeyedRequest request, String answer) {
        if (request.equals(requests.get(request.key()))) {
            requests.put(request.key(), new KeyedRequest(request.key(), request.question(), request.owner(), answer));
        }
    }

    @Override
    public synchronized void release(KeyedRequest request) {
        requests.remove(request.key(), request);
    }
}
