package org.eyrie.sources.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A link in a {@code Link} header: {@code <target>; rel="next"}. */
record Links(URI target, String relation) {

    // Possessive throughout: a header is somebody else's text.
    private static final Pattern LINK = Pattern.compile("<([^<>]*+)>((?:\\s*+;\\s*+[^;,\"]++(?:\"[^\"]*+\")?+)*+)");
    private static final Pattern RELATION = Pattern.compile("rel\\s*+=\\s*+\"?+([A-Za-z ]++)");

    /** Every link that can be understood. */
    static List<Links> of(String header) {
        List<Links> links = new ArrayList<>();
        Matcher matcher = LINK.matcher(header);
        while (matcher.find()) {
            Matcher relation = RELATION.matcher(matcher.group(2));
            if (relation.find()) {
                add(links, matcher.group(1), relation.group(1));
            }
        }
        return links;
    }

    private static void add(List<Links> links, String target, String relation) {
        try {
            links.add(new Links(new URI(target), relation));
        } catch (URISyntaxException e) {
            // Not an address: nothing is found there, which is what a list without it says.
            return;
        }
    }

    boolean isNext() {
        return List.of(relation.strip().split("\\s+")).contains("next");
    }
}
