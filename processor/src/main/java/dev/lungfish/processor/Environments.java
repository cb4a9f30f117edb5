package dev.lungfish.processor;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Finds javac's own processing environment behind those that build tools put around it: Gradle by a delegating class, IntelliJ by a dynamic
 * proxy. Both keep what they wrap in a field. Holds no state.
 */
final class Environments {
    private static final String JAVAC = "com.sun.tools.javac.";
    private static final int DEEPEST = 8;

    private Environments() {
    }

    /** Whether this is javac's own. */
    static boolean isJavac(ProcessingEnvironment environment) {
        for (Class<?> type = environment.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().startsWith(JAVAC)) {
                return true;
            }
        }
        return false;
    }

    /** What is wrapped, or the argument if nothing of javac's is inside. */
    static ProcessingEnvironment unwrap(ProcessingEnvironment environment) {
        Object found = search(environment, 0);
        return found == null ? environment : (ProcessingEnvironment) found;
    }

    private static Object search(Object at, int depth) {
        if (at instanceof ProcessingEnvironment environment && isJavac(environment)) {
            return environment;
        }
        if (at == null || depth == DEEPEST) {
            return null;
        }
        if (Proxy.isProxyClass(at.getClass())) {
            return search(Proxy.getInvocationHandler(at), depth + 1);
        }
        for (Class<?> type = at.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                Object found = mayWrap(field, at) ? search(valueOf(field, at), depth + 1) : null;
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static boolean mayWrap(Field field, Object owner) {
        Class<?> type = field.getType();
        boolean captured = owner instanceof InvocationHandler && !type.isPrimitive();
        return !Modifier.isStatic(field.getModifiers())
                && (captured || ProcessingEnvironment.class.isAssignableFrom(type) || InvocationHandler.class.isAssignableFrom(type));
    }

    private static Object valueOf(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException | InaccessibleObjectException e) {
            // A wrapper in a closed module: what it holds cannot be reached this way; another field may lead on.
            return null;
        }
    }
}
