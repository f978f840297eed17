package org.eyrie.sources.export;

import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.eyrie.model.Derivation;
import org.eyrie.model.Evaluation;
import org.eyrie.model.Model;
import org.eyrie.model.ModelId;
import org.eyrie.model.Prediction;
import org.jspecify.annotations.Nullable;

/**
 * The lineage as GraphML, for Gephi, yEd, NetworkX: models are nodes with their {@code name}, edges run from parent to child
 * as the models came to be, scores are attributes of nodes such as {@code score IFEval}, beside {@code predicted IFEval},
 * which is always without that score.
 */
public final class GraphmlExport {

    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

    private static final String NODE = "node";
    private static final String EDGE = "edge";

    private GraphmlExport() {}

    /** Where a number of attributes is written, and by which id each goes. */
    private record Keys(XMLStreamWriter xml, Map<String, String> ids) {

        void declare(String name, String element, String type) throws XMLStreamException {
            String id = "d" + ids.size();
            ids.put(element + " " + name, id);
            xml.writeEmptyElement("key");
            xml.writeAttribute("id", id);
            xml.writeAttribute("for", element);
            xml.writeAttribute("attr.name", text(name));
            xml.writeAttribute("attr.type", type);
        }

        void data(String name, String element, @Nullable Object value) throws XMLStreamException {
            if (value != null) {
                xml.writeStartElement("data");
                xml.writeAttribute("key", Objects.requireNonNull(ids.get(element + " " + name)));
                xml.writeCharacters(text(value));
                xml.writeEndElement();
            }
        }
    }

    /** Writes one document in UTF-8. */
    public static void write(GraphExport graph, Writer out) throws XMLStreamException {
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("graphml");
        xml.writeDefaultNamespace(NAMESPACE);
        Keys keys = new Keys(xml, new HashMap<>());
        for (String trait : List.of("name", "architecture", "type", "license")) {
            keys.declare(trait, NODE, "string");
        }
        keys.declare("parameters_billions", NODE, "double");
        Map<ModelId, List<Prediction>> predicted = graph.predicted();
        for (String column : columns(graph, predicted)) {
            keys.declare(column, NODE, "double");
        }
        keys.declare("relation", EDGE, "string");
        keys.declare("weight", EDGE, "double");
        xml.writeStartElement("graph");
        xml.writeAttribute("edgedefault", "directed");
        Map<ModelId, String> nodes = nodes(keys, graph, predicted);
        for (Derivation edge : graph.derivations()) {
            edge(keys, edge, nodes);
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private static void edge(Keys keys, Derivation edge, Map<ModelId, String> nodes) throws XMLStreamException {
        XMLStreamWriter xml = keys.xml();
        xml.writeStartElement("edge");
        xml.writeAttribute("source", Objects.requireNonNull(nodes.get(edge.parent())));
        xml.writeAttribute("target", Objects.requireNonNull(nodes.get(edge.child())));
        keys.data("relation", EDGE, edge.relation().code());
        keys.data("weight", EDGE, edge.weight());
        xml.writeEndElement();
    }

    /** @return the id that each model has in the document: names are none, since ids are single words of few characters */
    private static Map<ModelId, String> nodes(Keys keys, GraphExport graph, Map<ModelId, List<Prediction>> predicted)
            throws XMLStreamException {
        XMLStreamWriter xml = keys.xml();
        Map<ModelId, String> ids = new HashMap<>();
        Map<ModelId, List<Evaluation>> scores = graph.scores();
        for (Model model : graph.models()) {
            String id = "n" + ids.size();
            ids.put(model.id(), id);
            xml.writeStartElement("node");
            xml.writeAttribute("id", id);
            keys.data("name", NODE, model.id());
            keys.data("architecture", NODE, model.traits().architecture());
            keys.data("type", NODE, model.traits().type());
            keys.data("license", NODE, model.traits().license());
            keys.data("parameters_billions", NODE, model.traits().parametersBillions());
            for (Evaluation score : scores.getOrDefault(model.id(), List.of())) {
                keys.data("score " + score.benchmark(), NODE, score.score());
            }
            for (Prediction prediction : predicted.getOrDefault(model.id(), List.of())) {
                keys.data("predicted " + prediction.benchmark(), NODE, prediction.mean());
            }
            xml.writeEndElement();
        }
        return ids;
    }

    private static List<String> columns(GraphExport graph, Map<ModelId, List<Prediction>> predicted) {
        return Stream.concat(
                        graph.evaluations().stream().map(score -> "score " + score.benchmark()),
                        predicted.values().stream()
                                .flatMap(List::stream)
                                .map(prediction -> "predicted " + prediction.benchmark()))
                .distinct()
                .sorted()
                .toList();
    }

    // XML 1.0 has no way to write most control characters and halves of pairs.
    private static String text(Object value) {
        StringBuilder text = new StringBuilder();
        value.toString().codePoints().forEach(point -> {
            boolean allowed = point == '\t' || point == '\n' || point == '\r' || point >= ' ';
            boolean half = point >= 0xD800 && point <= 0xDFFF;
            text.appendCodePoint((allowed && !half && point < 0xFFFE) || point > 0xFFFF ? point : '?');
        });
        return text.toString();
    }
}
