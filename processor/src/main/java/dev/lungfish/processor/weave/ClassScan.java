package dev.lungfish.processor.weave;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The methods of a class file, each with its instructions that take values, in their order. */
final class ClassScan extends ClassVisitor {
    static final int API = Opcodes.ASM9;

    private final List<Method> methods = new ArrayList<>();

    /** One method. */
    record Method(String name, String descriptor, List<Compiled> instructions) {
        /** Whether the compiler was allowed to tell lines. */
        boolean hasLines() {
            return instructions.stream().anyMatch(instruction -> instruction.line() > 0);
        }
    }

    /**
     * One instruction.
     *
     * @param number its place among those of its method that take values
     * @param line its line, or 0
     */
    record Compiled(Instruction instruction, int number, int line) {
    }

    private ClassScan() {
        super(API);
    }

    static List<Method> of(ClassReader reader) {
        ClassScan scan = new ClassScan();
        reader.accept(scan, ClassReader.SKIP_FRAMES);
        return scan.methods;
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
        List<Compiled> instructions = new ArrayList<>();
        methods.add(new Method(name, descriptor, instructions));
        return new Takers(null) {
            private int line;

            @Override
            public void visitLineNumber(int number, Label start) {
                line = number;
            }

            @Override
            boolean take(Instruction instruction, int number) {
                instructions.add(new Compiled(instruction, number, line));
                return false;
            }
        };
    }

    /** Numbers the instructions that take values. */
    abstract static class Takers extends MethodVisitor {
        private int next;

        Takers(MethodVisitor to) {
            super(API, to);
        }

        /** Called before the instruction is passed on; tells whether something else has taken its place. */
        abstract boolean take(Instruction instruction, int number);

        /** Called when the instruction has been passed on. */
        void taken(int number) {
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            int number = next++;
            if (!take(Instruction.call(owner, name, descriptor), number)) {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
                taken(number);
            }
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            boolean written = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
            int number = next++;
            if (!take(written ? Instruction.putField(name, descriptor) : Instruction.getField(name, descriptor), number)) {
                super.visitFieldInsn(opcode, owner, name, descriptor);
                taken(number);
            }
        }

        @Override
        public void visitInsn(int opcode) {
            Instruction taken = takenBy(opcode);
            if (taken == null || !take(taken, next++)) {
                super.visitInsn(opcode);
            }
        }

        private static Instruction takenBy(int opcode) {
            if (opcode == Opcodes.ARRAYLENGTH) {
                return Instruction.arrayLength();
            } else if (isStore(opcode)) {
                return Instruction.putElement(elementOf(opcode));
            }
            return opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD ? Instruction.getElement() : null;
        }

        private static boolean isStore(int opcode) {
            return opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE;
        }

        /** What a store takes: the small numbers and truth values lie on the stack as an int. */
        private static String elementOf(int store) {
            return switch (store) {
                case Opcodes.LASTORE -> "J";
                case Opcodes.FASTORE -> "F";
                case Opcodes.DASTORE -> "D";
                case Opcodes.AASTORE -> "Ljava/lang/Object;";
                default -> "I";
            };
        }
    }
}
