package org.eyrie.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import org.eyrie.task.CancelledException;
import org.junit.jupiter.api.Test;

class CancelledExceptionHandlerTest {

    @Test
    void whatWasCancelledIsAConflictAndSaysWhy() {
        var response = new CancelledExceptionHandler()
                .handle(HttpRequest.POST("/v1/ingest", ""), new CancelledException("The service ends."));

        assertThat(response.status().getCode()).isEqualTo(HttpStatus.CONFLICT.getCode());
        assertThat(response.body().code()).isEqualTo("CANCELLED");
        assertThat(response.body().detail()).isEqualTo("The service ends.");
    }
}
