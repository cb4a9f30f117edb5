package dev.lungfish.processor;

import com.sun.source.util.JavacTask;
import dev.lungfish.checker.rule.RuleCatalog;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Lungfish on a processor path: javac finds it by itself. It takes part in no round: it puts the same listener into the compilation as the
 * plugin does, so its place among other processors does not matter. Options: {@code -Alungfish.NAME=VALUE}.
 */
public final class LungfishProcessor extends AbstractProcessor {
    private ProcessingEnvironment javac;
    private Boolean last;

    @Override
    public synchronized void init(ProcessingEnvironment given) {
        super.init(given);
        ProcessingEnvironment own = Environments.unwrap(given);
        if (!Environments.isJavac(own)) {
            given.getMessager().printMessage(Diagnostic.Kind.NOTE,
                    "Lungfish checks nothing here: it needs javac, and this compiler is another one; run 'lungfish check' or the build instead");
            return;
        }
        javac = own;
        Map<String, String> options = Installation.ours(given.getOptions());
        // JavacTask.instance only reads a field of javac's environment: it works on closed packages, too.
        Installation.install(JavacTask.instance(own), options, given, null);
    }

    @Override
    public Set<String> getSupportedOptions() {
        Set<String> names = new TreeSet<>();
        for (String name : OptionParser.NAMES) {
            if (!name.equals("rule.KEY")) {
                names.add("lungfish." + name);
            }
        }
        RuleCatalog.all().forEach(rule -> names.add("lungfish.rule." + rule.key()));
        return names;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    /**
     * Claims what nobody else has claimed, if nobody comes after us: javac would warn of annotations without a processor, which it does not
     * do in a build without processors.
     */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (last == null) {
            last = javac != null && isLast();
        }
        return last;
    }

    private boolean isLast() {
        try {
            return JavacInternals.isLastProcessor(javac);
        } catch (RuntimeException e) {
            // A javac that hides its processors, or keeps its packages closed: claim nothing, then nothing is taken from others.
            return false;
        }
    }
}
