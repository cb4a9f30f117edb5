package dev.lungfish.processor;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Processor;
import javax.tools.StandardLocation;

/**
 * Stands in for {@link LungfishProcessor} where that is the only processor there is: javac starts this plugin by itself wherever the jar lies on the processor
 * path. Annotation processing, of which Lungfish has no need, is then left away, with what it costs: the annotations of all classes are collected for
 * nobody. Whatever is unusual - processors by name, by a build tool, on a module path, packages of the compiler that stay closed - is left to the processor.
 */
public final class SoleProcessor implements Plugin {
    private static final String SERVICE = "META-INF/services/" + Processor.class.getName();
    private static final List<String> UNUSUAL = List.of("-processor", "--processor-module-path", "-proc:only", "-proc:none", "-Alungfish.selfOpen=false");

    @Override
    public String getName() {
        return "LungfishSoleProcessor";
    }

    @Override
    public boolean autoStart() {
        return true;
    }

    @Override
    public void init(JavacTask task, String... arguments) {
        try {
            if (isTheOnlyService() && CompilerOptions.of(task).filter(SoleProcessor::isUsual).isPresent() && CompilerOpener.open(true).isEmpty()) {
                JavacInternals javac = new JavacInternals(task);
                // What lies on the class path only is javac's to judge: since 23 it runs no processor from there unasked.
                boolean isOnItsPath = javac.fileManager().hasLocation(StandardLocation.ANNOTATION_PROCESSOR_PATH);
                if (isOnItsPath && !javac.isClaimed() && !javac.hasGivenProcessors(task)) {
                    javac.processNothing();
                    Installation.install(task, Map.of(), null, null);
                }
            }
        } catch (IOException | IllegalStateException e) {
            // Whatever this javac hides: its processors start as ever, and ours among them says what there is to say.
            return;
        }
    }

    private static boolean isUsual(CompilerOptions options) {
        return UNUSUAL.stream().noneMatch(options::has);
    }

    /** Whether no other processor lies where we lie. */
    private static boolean isTheOnlyService() throws IOException {
        Set<String> names = new HashSet<>();
        for (URL file : Collections.list(SoleProcessor.class.getClassLoader().getResources(SERVICE))) {
            URLConnection connection = file.openConnection();
            // A daemon that compiles again must not find the jar of an earlier build, nor keep it open.
            connection.setUseCaches(false);
            try (var in = connection.getInputStream()) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.replaceAll("#.*", "").strip())
                        .filter(line -> !line.isEmpty()).forEach(names::add);
            }
        }
        return names.equals(Set.of(LungfishProcessor.class.getName()));
    }
}
