package org.eyrie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.eyrie.model.StoreUnavailableException;
import org.junit.jupiter.api.Test;

class PortsTest {

    private static final EmbeddedSettings SETTINGS = EmbeddedSettings.in(Path.of("data"));

    @Test
    void aTakenPortThatWasAskedForIsRefused() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> Ports.choose(SETTINGS.withPorts(port, 0), true))
                    .withMessageContaining("Port " + port)
                    .withMessageContaining("Bolt");
            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() -> Ports.choose(SETTINGS.withPorts(0, port), false))
                    .withMessageContaining("Browser");
        }
    }

    @Test
    void aTakenUsualPortIsReplacedByAnother() throws IOException {
        try (ServerSocket usual = usualPortTakenByUsOrSomebody()) {
            assertThat(usual.isClosed()).isFalse();
            assertThat(Ports.choose(SETTINGS, true).bolt())
                    .isPositive()
                    .isNotEqualTo(EmbeddedSettings.USUAL_BOLT_PORT)
                    .isNotEqualTo(Ports.choose(SETTINGS, true).http());
        }
    }

    @Test
    void anUnknownHostIsNamed() {
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> Ports.choose(SETTINGS.withHost("no.such.host.invalid"), true))
                .withMessageContaining("no.such.host.invalid");
    }

    @Test
    void anAddressThatOthersReachUsByIsPrintedAsOneThatWorksHere() {
        assertThat(ListenAddresses.reachable("0.0.0.0", 7687)).isEqualTo("127.0.0.1:7687");
        assertThat(ListenAddresses.reachable("::", 7687)).isEqualTo("127.0.0.1:7687");
        assertThat(ListenAddresses.reachable("::1", 7687)).isEqualTo("[::1]:7687");
    }

    private static ServerSocket usualPortTakenByUsOrSomebody() throws IOException {
        try {
            return new ServerSocket(EmbeddedSettings.USUAL_BOLT_PORT, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            return new ServerSocket();
        }
    }
}
