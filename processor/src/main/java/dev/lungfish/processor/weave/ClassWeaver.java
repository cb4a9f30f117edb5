package dev.lungfish.processor.weave;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/** Puts calls of the runtime, and the contract of the class, into one class file. Everything else of it stays as the compiler wrote it. Holds no state. */
final class ClassWeaver {
    private ClassWeaver() {
    }

    /**
     * What came of it.
     *
     * @param bytes the woven class; empty if there was nothing to weave
     * @param lost insertions that found no place
     */
    record Woven(Optional<byte[]> bytes, List<Insertion> lost) {
    }

    /**
     * Weaves one class.
     *
     * @param names what is asked about names of local variables
     * @param contract what is to be said of the class in its file
     */
    static Woven weave(byte[] compiled, List<Insertion> insertions, List<NameCheck> names, Optional<ClassContract> contract) {
        ClassReader reader = new ClassReader(compiled);
        List<ClassScan.Method> methods = ClassScan.of(reader);
        Placement placement = Placement.of(insertions, methods);
        Map<String, List<Mark>> marks = names.isEmpty() ? Map.of() : marks(reader, names, methods);
        if (placement.isEmpty() && marks.isEmpty() && contract.isEmpty()) {
            return new Woven(Optional.empty(), placement.lost());
        }
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new ClassVisitor(ClassScan.API, writer) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                MethodVisitor plain = super.visitMethod(access, name, descriptor, signature, exceptions);
                Map<Integer, List<Insertion>> here = placement.of(name, descriptor);
                List<Mark> itsMarks = marks.getOrDefault(Placement.keyOf(name, descriptor), List.of());
                return here.isEmpty() && itsMarks.isEmpty() ? plain : new MethodWeaver(plain, here, itsMarks, maxLocals(reader, name, descriptor));
            }

            @Override
            public void visitEnd() {
                contract.ifPresent(said -> said.writeTo(this));
                super.visitEnd();
            }
        }, marks.isEmpty() ? 0 : ClassReader.EXPAND_FRAMES);
        return new Woven(Optional.of(writer.toByteArray()), placement.lost());
    }

    /** The marks of each method that has some. */
    private static Map<String, List<Mark>> marks(ClassReader reader, List<NameCheck> names, List<ClassScan.Method> methods) {
        ClassNode type = new ClassNode();
        reader.accept(type, ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
        Map<String, List<Mark>> marks = new HashMap<>();
        for (int i = 0; i < methods.size(); i++) {
            ClassScan.Method method = methods.get(i);
            if (names.stream().anyMatch(check -> !Placement.find(check.use(), method).isEmpty())) {
                List<Mark> found = Mark.of(names, method, slots(type, type.methods.get(i)));
                if (!found.isEmpty()) {
                    marks.put(Placement.keyOf(method.name(), method.descriptor()), found);
                }
            }
        }
        return marks;
    }

    private static LocalSlots slots(ClassNode type, MethodNode method) {
        try {
            return new LocalSlots(type.name, method);
        } catch (AnalyzerException e) {
            throw new IllegalStateException("the compiler has written a method that is not valid: " + type.name + "." + method.name, e);
        }
    }

    /** The first local variable that the method does not use. */
    private static int maxLocals(ClassReader reader, String method, String ofDescriptor) {
        int[] locals = {0};
        reader.accept(new ClassVisitor(ClassScan.API) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                return !name.equals(method) || !descriptor.equals(ofDescriptor) ? null : new MethodVisitor(ClassScan.API) {
                    @Override
                    public void visitMaxs(int maxStack, int maxLocals) {
                        locals[0] = maxLocals;
                    }
                };
            }
        }, ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
        return locals[0];
    }
}
