package org.eyrie.sources.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eyrie.sources.spi.UnreadableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Retry-After|7|7",
                "Retry-After|Fri, 02 Jan 2026 03:05:05 GMT|60",
                "Retry-After|Fri, 02 Jan 2026 03:00:00 GMT|0",
                "RateLimit|\"api\";r=0;t=243|243",
                "RateLimit|\"resolvers\"; t=12; r=0|12",
            })
    void aWaitIsReadFromTheHeaders(String name, String value, long seconds) {
        assertThat(WaitHint.in(headers(name, value), NOW)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "1.5", "99999999999999999999", "Fri, 99 Jan 2026 03:05:05 GMT"})
    void aWaitThatCannotBeUnderstoodIsNone(String value) {
        assertThat(WaitHint.in(headers("Retry-After", value), NOW)).isEmpty();
        assertThat(WaitHint.in(headers("RateLimit", "\"api\";r=0;t=" + value), NOW))
                .isEmpty();
    }

    @Test
    void theLongerOfTwoWaitsCounts() {
        HttpHeaders both =
                HttpHeaders.of(Map.of("Retry-After", List.of("3"), "RateLimit", List.of("r=0;t=9")), (a, b) -> true);
        assertThat(WaitHint.in(both, NOW)).contains(Duration.ofSeconds(9));
    }

    @Test
    void aWindowWithRequestsLeftAsksForNoWait() {
        assertThat(WaitHint.ifUsedUp(headers("RateLimit", "\"api\";r=1;t=243"))).isEmpty();
    }

    @Test
    void nextIsFoundAmongTheLinks() {
        String header =
                "<https://h/first>; rel=\"prev\", </api/models?cursor=a%3D&x=1,2>; title=\"a, b\"; rel=\"next\"";
        Reply reply = new Reply(URI.create("https://h/api/models"), 200, headers("Link", header), new byte[0]);

        assertThat(reply.next()).contains(URI.create("https://h/api/models?cursor=a%3D&x=1,2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<", "<a b>; rel=next", "<x>", "<x>; rel=prev", ";;;<<<>>>;rel=next"})
    void aDamagedLinkLeadsNowhere(String header) {
        assertThat(Links.of(header).stream().filter(Links::isNext)).isEmpty();
    }

    @Test
    void noMoreRequestsThanTheWindowAllows() {
        RateWindow window = new RateWindow(2, Duration.ofMinutes(5));

        assertThat(window.enter(NOW)).isZero();
        assertThat(window.enter(NOW.plusSeconds(10))).isZero();
        assertThat(window.enter(NOW.plusSeconds(20))).isEqualTo(Duration.ofSeconds(280));
        assertThat(window.enter(NOW.plusSeconds(300))).isZero();
        assertThat(window.enter(NOW.plusSeconds(301))).isEqualTo(Duration.ofSeconds(9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "::1",
                "fe80::1",
                "fd00::1",
                "::ffff:127.0.0.1",
                "255.255.255.255",
                "224.0.0.1"
            })
    void ownNetworksArePrivate(String address) throws UnknownHostException {
        assertThat(PrivateAddress.is(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.128.0.1", "172.32.0.1", "2606:4700::1111"})
    void theInternetIsNotPrivate(String address) throws UnknownHostException {
        assertThat(PrivateAddress.is(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"half\":",
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "{\"a\":NaN}",
                "<html>",
                "\u0000",
            })
    void damagedJsonIsRefusedInWords(String body) {
        assertThatThrownBy(() -> JsonBody.parse("http://h/x", body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("The answer is");
    }

    @Test
    void hostileDepthIsRefused() {
        byte[] deep = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> JsonBody.parse("x", deep)).isInstanceOf(UnreadableException.class);
    }

    private static HttpHeaders headers(String name, String value) {
        return HttpHeaders.of(Map.of(name, List.of(value)), (a, b) -> true);
    }
}
