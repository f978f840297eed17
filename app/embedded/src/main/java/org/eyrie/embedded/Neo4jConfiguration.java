package org.eyrie.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The settings file of the server. Written anew at each start, so that ports and memory are this start's; what the
 * owner of the folder wants otherwise stands in a file of their own.
 */
final class Neo4jConfiguration {

    private Neo4jConfiguration() {}

    /** @param cutting whether Neo4j may cut a damaged transaction log, see {@link DamagedLog} */
    static void write(DataFolder folder, EmbeddedSettings settings, Memory memory, Ports ports, boolean cutting)
            throws IOException {
        Map<String, String> entries = entries(settings, memory, ports);
        entries.putAll(OwnersSettings.read(folder));
        if (cutting) {
            entries.put(DamagedLog.SETTING, "false");
        }
        String head = "# Written by Eyrie at each start: changes are lost. Write yours into " + folder.ownersSettings()
                + " instead.\n";
        Files.writeString(
                folder.conf().resolve("neo4j.conf"),
                entries.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining("", head, "")));
    }

    static Map<String, String> entries(EmbeddedSettings settings, Memory memory, Ports ports) {
        String bolt = ListenAddresses.authority(settings.host(), ports.bolt());
        String http = ListenAddresses.authority(settings.host(), ports.http());
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("server.default_listen_address", ListenAddresses.bracketed(settings.host()));
        entries.put("server.bolt.listen_address", bolt);
        entries.put("server.bolt.advertised_address", ListenAddresses.reachable(settings.host(), ports.bolt()));
        entries.put("server.http.listen_address", http);
        entries.put("server.http.advertised_address", ListenAddresses.reachable(settings.host(), ports.http()));
        entries.put("server.memory.heap.max_size", memory.heapMegabytes() + "m");
        entries.put("server.memory.pagecache.size", memory.pageCacheMegabytes() + "m");

        // No page but the Browser's own may read answers, and nothing is sent to anybody.
        entries.put(
                "dbms.security.http_access_control_allow_origin",
                "http://" + ListenAddresses.reachable(settings.host(), ports.http()));
        entries.put("dbms.usage_report.enabled", "false");
        entries.put("client.allow_telemetry", "false");

        // Left alone, the transaction log of a small store takes 86 to 127 MB.
        entries.put("db.tx_log.rotation.size", "4m");
        entries.put("db.tx_log.rotation.retention_policy", "1 files");
        entries.put("db.tx_log.preallocate", "false");
        entries.put("db.logs.query.enabled", "OFF");
        entries.put("dbms.logs.http.enabled", "false");
        entries.put("server.logs.gc.enabled", "false");

        // Whoever waits for an answer hears every few seconds that one is under way; drivers give up on a server that
        // has been silent for twice that long, such as one that is frozen.
        entries.put("server.bolt.connection_keep_alive", "5s");
        entries.put("server.bolt.connection_keep_alive_for_requests", "ALL");

        // Stopping took 10 s, all of it waiting for clients that were gone: 1 to 2 s with these.
        entries.put("internal.dbms.bolt.netty_server_shutdown_quiet_period", "0");
        entries.put("internal.dbms.bolt.netty_server_shutdown_timeout", "1s");
        entries.put("internal.server.bolt.thread_pool_shutdown_wait_time", "1s");
        entries.put("internal.server.bolt.connection_shutdown_wait_time", "1s");
        return entries;
    }
}
