package dev.lungfish.processor.cli;

import dev.lungfish.processor.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The few things of a {@code pom.xml} that tell where sources lie.
 *
 * @param modules directories of the modules, as written
 * @param sourceDirectory as written, or empty
 */
record PomText(List<String> modules, String sourceDirectory) {
    static PomText of(Path pom) {
        try (InputStream in = Files.newInputStream(pom)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element project = factory.newDocumentBuilder().parse(in).getDocumentElement();
            List<String> modules = new ArrayList<>();
            for (Element list : children(project, "modules")) {
                children(list, "module").forEach(module -> modules.add(module.getTextContent().strip()));
            }
            String sources = "";
            for (Element build : children(project, "build")) {
                for (Element directory : children(build, "sourceDirectory")) {
                    sources = directory.getTextContent().strip().replace("${project.basedir}/", "").replace("${basedir}/", "");
                }
            }
            return new PomText(List.copyOf(modules), sources);
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new InputException("cannot read '" + pom + "': " + e.getMessage());
        }
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
