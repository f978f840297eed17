package org.eyrie.server.rest;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;
import java.util.List;

/**
 * Refuses what a page of another site asks a browser to send. The service has no log-in, and listening on loopback
 * alone does not keep a browser on the same machine from being used. A request says once for whom it is: of two Host
 * headers a proxy in front might have looked at the other. TRACE, which hands back what a browser hides from pages, is
 * refused: here for files, which any method would get, and by the routes of the API, which name the methods that they know.
 */
@ServerFilter("/**")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class OriginFilter {

    private static final int SHOWN = 100;

    private final AllowedHosts allowed;

    OriginFilter(AllowedHosts allowed) {
        this.allowed = allowed;
    }

    @RequestFilter
    void refuseOtherSites(HttpRequest<?> request) {
        if (request.getMethod() == HttpMethod.TRACE && !request.getPath().startsWith(Api.V1)) {
            throw new HttpStatusException(HttpStatus.METHOD_NOT_ALLOWED, "TRACE is not answered.");
        }
        List<String> hosts = request.getHeaders().getAll(HttpHeaders.HOST);
        if (hosts.size() != 1) {
            throw new HttpStatusException(
                    HttpStatus.BAD_REQUEST, "A request must have one Host header, not " + hosts.size() + ".");
        }
        String host = hosts.get(0);
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        if (!allowed.isHere(host)) {
            String shown = host.length() > SHOWN ? host.substring(0, SHOWN) + "..." : host;
            throw new HttpStatusException(
                    HttpStatus.MISDIRECTED_REQUEST,
                    "The service is not known as \"" + shown
                            + "\". If that is a name of its own, or of a proxy in front"
                            + " of it, say so with EYRIE_ALLOWED_HOSTS or --allowed-hosts.");
        }
        if (origin != null && !allowed.isOurPage(origin, host)) {
            throw new HttpStatusException(
                    HttpStatus.FORBIDDEN,
                    "Requests from pages of other sites are refused. If the page came from a proxy in front of the"
                            + " service, name it with EYRIE_ALLOWED_HOSTS or --allowed-hosts.");
        }
    }
}
