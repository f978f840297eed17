package org.eyrie.sources.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Identifiers that SPDX has for licences that models have; registries spell them otherwise. */
final class SpdxLicence {

    private static final String[] IDS = {
        "AFL-3.0",
        "AGPL-3.0",
        "AGPL-3.0-only",
        "AGPL-3.0-or-later",
        "Apache-1.1",
        "Apache-2.0",
        "Artistic-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "BSD-3-Clause-Clear",
        "BSL-1.0",
        "C-UDA-1.0",
        "CC-BY-2.0",
        "CC-BY-2.5",
        "CC-BY-3.0",
        "CC-BY-4.0",
        "CC-BY-NC-2.0",
        "CC-BY-NC-3.0",
        "CC-BY-NC-4.0",
        "CC-BY-NC-ND-3.0",
        "CC-BY-NC-ND-4.0",
        "CC-BY-NC-SA-2.0",
        "CC-BY-NC-SA-3.0",
        "CC-BY-NC-SA-4.0",
        "CC-BY-ND-4.0",
        "CC-BY-SA-3.0",
        "CC-BY-SA-4.0",
        "CC0-1.0",
        "CDLA-Permissive-1.0",
        "CDLA-Permissive-2.0",
        "CDLA-Sharing-1.0",
        "ECL-2.0",
        "EPL-1.0",
        "EPL-2.0",
        "EUPL-1.1",
        "EUPL-1.2",
        "etalab-2.0",
        "GPL-2.0",
        "GPL-2.0-only",
        "GPL-2.0-or-later",
        "GPL-3.0",
        "GPL-3.0-only",
        "GPL-3.0-or-later",
        "ISC",
        "LGPL-2.1",
        "LGPL-2.1-only",
        "LGPL-2.1-or-later",
        "LGPL-3.0",
        "LGPL-3.0-only",
        "LGPL-3.0-or-later",
        "LPPL-1.3c",
        "MIT",
        "MIT-0",
        "MPL-2.0",
        "MS-PL",
        "NCSA",
        "ODC-By-1.0",
        "ODbL-1.0",
        "OFL-1.1",
        "OSL-3.0",
        "PDDL-1.0",
        "PostgreSQL",
        "Unlicense",
        "WTFPL",
        "Zlib"
    };

    /** What the Hub and people call some of them; keys as {@link #bare} makes them. */
    private static final Map<String, String> OTHERWISE = Map.ofEntries(
            Map.entry("apache", "Apache-2.0"),
            Map.entry("apache2", "Apache-2.0"),
            Map.entry("apachelicense2.0", "Apache-2.0"),
            Map.entry("apachelicenseversion2.0", "Apache-2.0"),
            Map.entry("apachelicense,version2.0", "Apache-2.0"),
            Map.entry("mitlicense", "MIT"),
            Map.entry("themitlicense", "MIT"),
            Map.entry("cuda", "C-UDA-1.0"),
            Map.entry("odcby", "ODC-By-1.0"),
            Map.entry("odbl", "ODbL-1.0"),
            Map.entry("pddl", "PDDL-1.0"),
            Map.entry("gplv3", "GPL-3.0"),
            Map.entry("gplv2", "GPL-2.0"),
            Map.entry("agplv3", "AGPL-3.0"),
            Map.entry("lgplv3", "LGPL-3.0"),
            Map.entry("cc0", "CC0-1.0"));

    private static final Map<String, String> BY_NAME = Stream.concat(
                    Arrays.stream(IDS).map(id -> Map.entry(bare(id), id)), OTHERWISE.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private SpdxLicence() {}

    /** The identifier of a licence as a registry spells it; empty where SPDX has none that is known here. */
    static Optional<String> id(String licence) {
        return Optional.ofNullable(BY_NAME.get(bare(licence)));
    }

    /** Every identifier that is known here. */
    static Stream<String> all() {
        return Arrays.stream(IDS);
    }

    private static String bare(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }
}
