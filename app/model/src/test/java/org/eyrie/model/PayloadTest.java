package org.eyrie.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PayloadTest {

    @Test
    void aPayloadKeepsNoArrayThatSomebodyElseHolds() {
        byte[] bytes = {1, 2, 3};
        Payload payload = Payload.of(bytes);
        bytes[0] = 9;
        payload.bytes()[1] = 9;
        assertThat(payload).isEqualTo(Payload.of(new byte[] {1, 2, 3})).hasSameHashCodeAs(Payload.of(new byte[] {1, 2, 3
        }));
        assertThat(payload).isNotEqualTo(Payload.of(new byte[] {1, 2}));
        assertThat(payload.size()).isEqualTo(3);
    }
}
