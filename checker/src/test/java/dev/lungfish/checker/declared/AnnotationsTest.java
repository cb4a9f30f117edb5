package dev.lungfish.checker.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class AnnotationsTest {
    @Test
    void theNamesOfContracts_areThoseOfAllContracts() throws Exception {
        Set<String> expected = new TreeSet<>();
        try (JavaFileManager files = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            for (JavaFileObject file : files.list(StandardLocation.CLASS_PATH, "dev.lungfish.annotation", Set.of(JavaFileObject.Kind.CLASS), false)) {
                String name = files.inferBinaryName(StandardLocation.CLASS_PATH, file);
                expected.add(name.substring(name.lastIndexOf('.') + 1));
            }
        }
        expected.remove("package-info");
        assertEquals(true, expected.contains("Frozen"));
        for (String constant : new String[] {"GUARDED_BY", "HOLDING"}) {
            Field field = GuardAnnotations.class.getDeclaredField(constant);
            field.setAccessible(true);
            ((Set<?>) field.get(null)).forEach(name -> expected.add(name.toString().substring(name.toString().lastIndexOf('.') + 1)));
        }

        assertEquals(expected, new TreeSet<>(Annotations.CONTRACTS));
    }
}
