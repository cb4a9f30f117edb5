package dev.lungfish.checker.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;
import org.junit.jupiter.api.Test;

/** Every kind of node that the graph library has is lowered or known to do nothing; a new one must be put on one side. */
class NodeKindsTest {
    private static List<Class<? extends Node>> kinds() throws IOException, URISyntaxException, ClassNotFoundException {
        String folder = Node.class.getPackageName().replace('.', '/') + "/";
        Path library = Path.of(Node.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Class<? extends Node>> kinds = new ArrayList<>();
        try (JarFile jar = new JarFile(library.toFile())) {
            for (String name : jar.stream().map(e -> e.getName()).filter(n -> n.startsWith(folder) && n.endsWith(".class")).sorted().toList()) {
                Class<?> type = Class.forName(name.substring(0, name.length() - 6).replace('/', '.'));
                if (Node.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                    kinds.add(type.asSubclass(Node.class));
                }
            }
        }
        return kinds;
    }

    @Test
    void everyKindIsLoweredOrHarmless() throws Exception {
        String translator = Files.readString(Path.of("src/main/java/dev/lungfish/checker/flow/Translator.java"));
        List<String> neither = new ArrayList<>();
        for (Class<? extends Node> kind : kinds()) {
            boolean isLowered = translator.contains("node instanceof " + kind.getSimpleName() + " ");
            boolean isHarmless = NodeKinds.areWithoutEffect(kind);
            if (!isLowered && !isHarmless) {
                neither.add(kind.getSimpleName());
            }
        }

        assertTrue(kinds().size() > 50, "found only " + kinds().size());
        assertEquals(List.of(), neither);
    }
}
