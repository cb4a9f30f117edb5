package dev.lungfish.checker.javac;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class SourceLinesTest {
    private static final String TEXT = "class A {\r\n\n\tint a;\r  int b;\n\r\n}\r";

    private static CompilationUnitTree parse(String... options) throws IOException {
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///A.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return TEXT;
            }
        };
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of(options), null, List.of(file));
        return task.parse().iterator().next();
    }

    @Test
    void linesAreThoseOfTheCompiler() throws IOException {
        LineMap compilers = parse().getLineMap();
        SourceLines own = SourceLines.of(TEXT);

        for (int i = 0; i < TEXT.length(); i++) {
            assertEquals(compilers.getLineNumber(i), own.getLineNumber(i), "line at " + i);
            assertEquals(compilers.getStartPosition(compilers.getLineNumber(i)), own.getStartPosition(own.getLineNumber(i)), "start at " + i);
        }
    }

    @Test
    void withoutDebugInformation_thereAreLinesAllTheSame() throws IOException {
        CompilationUnitTree unit = parse("-g:none");

        assertEquals(null, unit.getLineMap(), "this JDK keeps its lines: SourceLines is no longer needed");
        assertEquals(4, SourceLines.of(unit).getLineNumber(TEXT.indexOf("int b")));
    }
}
