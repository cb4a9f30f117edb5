package dev.lungfish.processor.maven;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import java.util.List;
import org.apache.maven.MavenExecutionException;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

class CompilerSettingsTest {
    private final Plugin compiler = new Plugin();

    private void configure() {
        CompilerSettings settings = new CompilerSettings(compiler, null);
        settings.addProcessorPath("dev.lungfish", "lungfish-processor", "1");
        settings.addArguments(List.of("-Xplugin:Lungfish", "-Alungfish.level=error"));
    }

    private static Xpp3Dom dom(String text) throws Exception {
        return Xpp3DomBuilder.build(new StringReader("<configuration>" + text + "</configuration>"));
    }

    private static String text(Object configuration) {
        return configuration.toString().replaceFirst("<\\?xml.*?\\?>", "").replaceAll(">\\s+<", "><").strip();
    }

    @Test
    void whereThereIsNothing_everythingIsAdded_once() {
        configure();
        configure();

        assertEquals("<configuration><annotationProcessorPaths><path><groupId>dev.lungfish</groupId><artifactId>lungfish-processor</artifactId>"
                + "<version>1</version></path></annotationProcessorPaths><compilerArgs><arg>-Xplugin:Lungfish</arg><arg>-Alungfish.level=error</arg>"
                + "</compilerArgs></configuration>", text(compiler.getConfiguration()));
    }

    @Test
    void otherProcessorsAndOptionsOfTheProjectStay_inEachExecution() throws Exception {
        PluginExecution execution = new PluginExecution();
        execution.setId("default-compile");
        execution.setConfiguration(dom("<annotationProcessorPaths><path><groupId>g</groupId><artifactId>lombok</artifactId></path></annotationProcessorPaths>"
                + "<compilerArgs><arg>-Alungfish.level=note</arg><arg>-parameters</arg></compilerArgs>"));
        compiler.addExecution(execution);

        configure();

        assertEquals("<configuration><annotationProcessorPaths><path><groupId>g</groupId><artifactId>lombok</artifactId></path><path>"
                + "<groupId>dev.lungfish</groupId><artifactId>lungfish-processor</artifactId><version>1</version></path></annotationProcessorPaths>"
                + "<compilerArgs><arg>-Alungfish.level=note</arg><arg>-parameters</arg><arg>-Xplugin:Lungfish</arg></compilerArgs></configuration>",
                text(execution.getConfiguration()));
    }

    @Test
    void aCompilerPluginThatWouldIgnoreUsIsRefused() {
        compiler.setVersion("3.1");
        assertThrows(MavenExecutionException.class, () -> new CompilerSettings(compiler, null).requireProcessorPaths());
        for (String version : List.of("3.5", "3.14.0", "4.0.0-beta-2")) {
            compiler.setVersion(version);
            assertDoesNotThrow(() -> new CompilerSettings(compiler, null).requireProcessorPaths());
        }
    }
}
