"""The jars of Neo4j Community, which the command ``eyrie`` starts as a database of its own. Neo4j is under the GPLv3."""
