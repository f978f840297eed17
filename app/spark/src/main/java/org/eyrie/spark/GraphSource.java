package org.eyrie.spark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where lineage and scores are read from: Neo4j ({@link GraphDatabase}) or files ({@link GraphFolder}). */
interface GraphSource {

    /** The version of the facts; read before anything else. */
    long version();

    /** A table of the graph, its columns in their order. */
    Dataset<Row> read(GraphTable table);
}
