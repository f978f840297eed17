package org.eyrie.server.cli.serve;

import java.io.PrintWriter;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a person can open.
 *
 * @param service where the service listens
 * @param database addresses of the database by what they are
 */
record Addresses(URI service, Map<String, String> database) {

    void print(PrintWriter out) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Page", service.resolve("/").toString());
        lines.put("API", service.resolve("/swagger-ui/index.html").toString());
        lines.putAll(database);
        int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
        lines.forEach((what, address) -> out.println(what + " ".repeat(width + 3 - what.length()) + address));
        out.println("Ctrl-C ends it.");
        out.flush();
    }
}
