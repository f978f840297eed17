package org.eyrie.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Neo4j through its connector for Spark. Types of columns are given, since the connector guesses them from the first rows; a
 * statement is read in one partition, because parallel reads count and skip, which writes in between would upset.
 */
record GraphDatabase(SparkSession spark, String uri, String user, String password) implements GraphSource {

    private static final String CONNECTOR = "org.neo4j.spark.DataSource";

    /** Rows in a transaction. */
    private static final int BATCH = 10_000;

    @Override
    public long version() {
        StructType version = new StructType().add("version", DataTypes.LongType);
        List<Row> rows = rows("facts/version", version).collectAsList();
        return rows.isEmpty() ? 0 : rows.get(0).getLong(0);
    }

    @Override
    public Dataset<Row> read(GraphTable table) {
        String statement =
                switch (table) {
                    case MODELS -> "lineage/all-models";
                    case EDGES -> "lineage/all-derivations";
                    case SCORES -> "scores/all";
                    case METHODS -> "all-methods";
                    case OUTCOMES -> "all-outcomes";
                };
        return rows(statement, table.schema());
    }

    /** What a statement returns. */
    Dataset<Row> rows(String statement, StructType schema) {
        // the connector wants columns by the names that the statement gives them
        StructType named = schema.fieldNames()[0].equals("model") && statement.equals("lineage/all-models")
                ? new StructType().add("id", DataTypes.StringType)
                : new StructType().add(schema.fields()[0]);
        for (int k = 1; k < schema.size(); k++) {
            named = named.add(schema.fields()[k]);
        }
        DataFrameReader reader = spark.read()
                .format(CONNECTOR)
                .option("url", uri)
                .option("authentication.type", "basic")
                .option("authentication.basic.username", user)
                .option("authentication.basic.password", password)
                .option("partitions", 1)
                .option("query", statement(statement))
                .schema(named);
        return reader.load().toDF(schema.fieldNames());
    }

    /** Hands rows to a statement, one partition after the other: two writers would lock each other's nodes. */
    void write(String statement, Dataset<Row> rows) {
        rows.coalesce(1)
                .write()
                .format(CONNECTOR)
                .mode(SaveMode.Append)
                .option("url", uri)
                .option("authentication.type", "basic")
                .option("authentication.basic.username", user)
                .option("authentication.basic.password", password)
                .option("batch.size", BATCH)
                .option("query", statement(statement))
                .save();
    }

    /** A statement's text without its ending. */
    private static String statement(String name) {
        String text = resource("cypher/" + name + ".cypher").strip();
        return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
    }

    private static String resource(String name) {
        try (InputStream file = GraphDatabase.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException("There is no " + name + " in the program");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
