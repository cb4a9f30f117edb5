package dev.lungfish.processor.weave;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

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
     * @param contract what is to be said of the class in its file
     */
    static Woven weave(byte[] compiled, List<Insertion> insertions, Optional<ClassContract> contract) {
        ClassReader reader = new ClassReader(compiled);
        Placement placement = Placement.of(insertions, ClassScan.of(reader));
        if (placement.isEmpty() && contract.isEmpty()) {
            return new Woven(Optional.empty(), placement.lost());
        }
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new ClassVisitor(ClassScan.API, writer) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                MethodVisitor plain = super.visitMethod(access, name, descriptor, signature, exceptions);
                Map<Integer, List<Insertion>> here = placement.of(name, descriptor);
                return here.isEmpty() ? plain : new MethodWeaver(plain, here, maxLocals(reader, name, descriptor));
            }

            @Override
            public void visitEnd() {
                contract.ifPresent(said -> said.writeTo(this));
                super.visitEnd();
            }
        }, 0);
        return new Woven(Optional.of(writer.toByteArray()), placement.lost());
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
