package org.eyrie.server.rest;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;

/** The API's description, made at compile time, and where it is shown. */
@Hidden
@Controller
final class DescriptionController {

    private static final String FILE = "/META-INF/swagger/openapi.yml";

    @Get("/openapi.yml")
    @Produces("application/yaml")
    byte[] description() {
        try (InputStream file = DescriptionController.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The build left out " + FILE);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Get("/swagger-ui")
    HttpResponse<?> swagger() {
        return HttpResponse.permanentRedirect(URI.create("/swagger-ui/index.html"));
    }
}
