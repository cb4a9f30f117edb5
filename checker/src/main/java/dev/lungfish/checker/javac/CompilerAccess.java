package dev.lungfish.checker.javac;

import com.sun.source.util.JavacTask;
import java.lang.reflect.Method;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.JavaFileManager;

/** The few things that only javac's internal classes can tell; reached by reflection, because they are not part of its public interface. */
public final class CompilerAccess {
    private CompilerAccess() {
    }

    /**
     * The processing environment of a task, also under {@code -proc:none}.
     *
     * @throws IllegalStateException if the compiler's packages are closed to this class
     */
    public static ProcessingEnvironment environmentOf(JavacTask task) {
        try {
            Object context = task.getClass().getMethod("getContext").invoke(task);
            Class<?> type = Class.forName("com.sun.tools.javac.processing.JavacProcessingEnvironment", true, task.getClass().getClassLoader());
            Method instance = type.getMethod("instance", Class.forName("com.sun.tools.javac.util.Context", true, task.getClass().getClassLoader()));
            return (ProcessingEnvironment) instance.invoke(null, context);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiler's packages are closed: " + e.getMessage(), e);
        }
    }

    /**
     * The file manager with which an environment's compiler reads classes.
     *
     * @throws IllegalStateException if the compiler's packages are closed to this class
     */
    static JavaFileManager fileManagerOf(ProcessingEnvironment environment) {
        try {
            Object context = environment.getClass().getMethod("getContext").invoke(environment);
            return (JavaFileManager) context.getClass().getMethod("get", Class.class).invoke(context, JavaFileManager.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiler's packages are closed: " + e.getMessage(), e);
        }
    }
}
