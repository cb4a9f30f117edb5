package org.gradle.internal.compiler.java;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.io.File;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.annotation.processing.Processor;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler.CompilationTask;

/**
 * The one class that Gradle's compiler needs and the {@code gradle-api} jar lacks: it tells the incremental compiler which classes came from which
 * source. Written for these checks; it does not track the use of constants.
 */
public final class IncrementalCompileTask implements CompilationTask {
    private final JavacTask task;
    private final Function<File, Optional<String>> relative;
    private final Consumer<String> beforeWriting;
    private final Consumer<Map<String, Set<String>>> mapping;

    /** Called by reflection. */
    public IncrementalCompileTask(CompilationTask task, Function<File, Optional<String>> relative, Consumer<String> beforeWriting,
            Consumer<Map<String, Set<String>>> mapping, BiConsumer<String, String> publicDependents, BiConsumer<String, String> privateDependents) {
        this.task = (JavacTask) task;
        this.relative = relative;
        this.beforeWriting = beforeWriting;
        this.mapping = mapping;
    }

    @Override
    public Boolean call() {
        Map<String, Set<String>> classesOf = new TreeMap<>();
        task.addTaskListener(new TaskListener() {
            @Override
            public void started(TaskEvent event) {
                TypeElement type = event.getTypeElement();
                if (event.getKind() == TaskEvent.Kind.GENERATE && type != null) {
                    String name = task.getElements().getBinaryName(type).toString();
                    beforeWriting.accept(name);
                    relative.apply(new File(event.getSourceFile().getName()))
                            .ifPresent(source -> classesOf.computeIfAbsent(source, key -> new TreeSet<>()).add(name));
                }
            }
        });
        try {
            return task.call();
        } finally {
            mapping.accept(classesOf);
        }
    }

    @Override
    public void addModules(Iterable<String> names) {
        task.addModules(names);
    }

    @Override
    public void setProcessors(Iterable<? extends Processor> processors) {
        task.setProcessors(processors);
    }

    @Override
    public void setLocale(Locale locale) {
        task.setLocale(locale);
    }
}
