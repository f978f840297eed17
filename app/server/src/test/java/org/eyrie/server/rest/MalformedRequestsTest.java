package org.eyrie.server.rest;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MalformedRequestsTest extends RestTest {

    @Test
    void whateverAClientSendsIsNeverAFailureOfTheService() throws IOException {
        fit();
        MalformedRequests.sendAllTo(uri("/"));
    }
}
