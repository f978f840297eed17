package org.eyrie.model.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.eyrie.model.job.KeyedRequest;
import org.eyrie.model.job.RequestStore;
import org.junit.jupiter.api.Test;

/** Requests that are done once however often they are sent. */
public abstract class RequestStoreContract {

    private static final KeyedRequest FIRST = new KeyedRequest("key", "fit", "us|1", null);
    private static final KeyedRequest SECOND = new KeyedRequest("key", "fit", "us|2", null);

    /** An empty one. */
    protected abstract RequestStore requests();

    @Test
    void whoComesFirstHasTheKeyAndItsAnswerIsKept() {
        RequestStore requests = requests();
        assertThat(requests.claim(FIRST, null)).isEqualTo(FIRST);
        assertThat(requests.claim(SECOND, null)).isEqualTo(FIRST);
        requests.answer(FIRST, "made");
        assertThat(requests.claim(SECOND, "us|1")).isEqualTo(new KeyedRequest("key", "fit", "us|1", "made"));
    }

    @Test
    void whatFailedFreesTheKey() {
        RequestStore requests = requests();
        requests.claim(FIRST, null);
        requests.release(FIRST);
        assertThat(requests.claim(SECOND, null)).isEqualTo(SECOND);
    }

    @Test
    void thePlaceOfOneThatIsGoneIsTakenByOneAlone() {
        RequestStore requests = requests();
        requests.claim(FIRST, null);
        assertThat(requests.claim(SECOND, "us|1")).isEqualTo(SECOND);
        KeyedRequest third = new KeyedRequest("key", "fit", "us|3", null);
        assertThat(requests.claim(third, "us|1")).isEqualTo(SECOND);
        requests.answer(FIRST, "too late");
        assertThat(requests.claim(third, null).answer()).isNull();
    }
}
