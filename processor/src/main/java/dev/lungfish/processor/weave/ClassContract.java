package dev.lungfish.processor.weave;

import java.util.Collection;
import java.util.List;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Type;

/**
 * The contract of a class, to be written into its class file as the annotation {@code dev.lungfish.annotation.Contract}.
 *
 * @param lines the lines of its contract file; none if it has no such file
 * @param restsOn the binary names of the classes that the verdict about it rests on, in order
 */
public record ClassContract(List<String> lines, List<String> restsOn) {
    private static final String ANNOTATION = "Ldev/lungfish/annotation/Contract;";

    /**
     * The contract of a class.
     *
     * @param text its contract file, or null
     */
    public static ClassContract of(String text, Collection<String> restsOn) {
        return new ClassContract(text == null ? List.of() : text.lines().toList(), List.copyOf(restsOn));
    }

    void writeTo(ClassVisitor type) {
        AnnotationVisitor annotation = type.visitAnnotation(ANNOTATION, false);
        AnnotationVisitor value = annotation.visitArray("value");
        lines.forEach(line -> value.visit(null, line));
        value.visitEnd();
        if (!restsOn.isEmpty()) {
            AnnotationVisitor classes = annotation.visitArray("restsOn");
            restsOn.forEach(name -> classes.visit(null, Type.getObjectType(name.replace('.', '/'))));
            classes.visitEnd();
        }
        annotation.visitEnd();
    }
}
