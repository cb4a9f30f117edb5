package dev.lungfish.processor.weave;

import dev.lungfish.checker.residual.HandOver.Happens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Keeps the marks of one method up to date, and asks them. Each is a local variable behind those of the method, so that these stay as they are;
 * a second one holds, while a call runs that may give the name away, where that would be. No name of them goes into the debug information.
 */
final class MarkWriter {
    private static final String STRING = "java/lang/String";
    private static final String TEXT = "Ljava/lang/String;";

    private final MethodVisitor mv;
    private final List<Mark> marks;
    private final int first;
    private int mostUsed;

    /** @param first the first local variable that the method does not use */
    MarkWriter(MethodVisitor mv, List<Mark> marks, int first) {
        this.mv = mv;
        this.marks = marks;
        this.first = first;
        this.mostUsed = firstFree();
    }

    /** The first local variable behind the marks. */
    int firstFree() {
        return first + 2 * marks.size();
    }

    private int pending(int mark) {
        return first + marks.size() + mark;
    }

    void begin() {
        for (int i = 0; i < marks.size(); i++) {
            clear(i);
        }
    }

    /** Something was written to the local variable. */
    void stored(int slot) {
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i).slot() == slot) {
                clear(i);
            }
        }
    }

    private void clear(int mark) {
        mv.visitInsn(Opcodes.ACONST_NULL);
        mv.visitVarInsn(Opcodes.ASTORE, first + mark);
    }

    /** Asks the marks that are due before this instruction, and then looks at what it is about to give away. */
    void before(Instruction instruction, int number) {
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i).use() == number) {
                ask(i);
            }
        }
        for (int i = 0; i < marks.size(); i++) {
            NameCheck.Leaving leaving = marks.get(i).handOvers().get(number);
            if (leaving != null) {
                look(i, leaving, instruction);
            }
        }
    }

    private void ask(int mark) {
        mv.visitVarInsn(Opcodes.ALOAD, first + mark);
        mv.visitLdcInsn(marks.get(mark).check().name());
        mv.visitLdcInsn(marks.get(mark).check().site());
        call("nameNotMoved", "(" + TEXT + TEXT + TEXT + ")V");
    }

    /** Whether the name goes along is a question of the objects as they are now, while they are still here. */
    private void look(int mark, NameCheck.Leaving leaving, Instruction instruction) {
        int name = marks.get(mark).slot();
        if (leaving.captured()) {
            mv.visitVarInsn(Opcodes.ALOAD, name);
            moving(mark, leaving);
        } else {
            Operands above = Operands.above(leaving.spot().operand(), instruction, firstFree());
            above.store(mv);
            mv.visitInsn(Opcodes.DUP);
            moving(mark, leaving);
            above.load(mv);
            mostUsed = Math.max(mostUsed, above.end());
        }
        if (leaving.happens() == Happens.CALLED) {
            mv.visitInsn(Opcodes.ICONST_1);
            moved(mark);
        }
    }

    private void moving(int mark, NameCheck.Leaving leaving) {
        mv.visitVarInsn(Opcodes.ALOAD, marks.get(mark).slot());
        mv.visitLdcInsn(leaving.site());
        call("moving", "(Ljava/lang/Object;Ljava/lang/Object;" + TEXT + ")" + TEXT);
        mv.visitVarInsn(Opcodes.ASTORE, pending(mark));
    }

    /** The instruction has been executed. */
    void after(int number) {
        for (int i = 0; i < marks.size(); i++) {
            NameCheck.Leaving leaving = marks.get(i).handOvers().get(number);
            if (leaving != null && leaving.happens() != Happens.CALLED) {
                mv.visitInsn(leaving.happens() == Happens.TRUE ? Opcodes.DUP : Opcodes.ICONST_1);
                moved(i);
            }
        }
    }

    /** On the stack lies whether it has happened. */
    private void moved(int mark) {
        mv.visitVarInsn(Opcodes.ALOAD, first + mark);
        mv.visitVarInsn(Opcodes.ALOAD, pending(mark));
        call("nameMoved", "(Z" + TEXT + TEXT + ")" + TEXT);
        mv.visitVarInsn(Opcodes.ASTORE, first + mark);
    }

    private void call(String method, String descriptor) {
        mv.visitMethodInsn(Opcodes.INVOKESTATIC, MethodWeaver.CHECKS, method, descriptor, false);
    }

    /** The locals of a stack map frame, with the marks behind those of the method. */
    Object[] withMarks(int count, Object[] locals) {
        List<Object> all = new ArrayList<>(Arrays.asList(locals).subList(0, count));
        if (marks.isEmpty()) {
            return all.toArray();
        }
        int size = all.stream().mapToInt(type -> type == Opcodes.LONG || type == Opcodes.DOUBLE ? 2 : 1).sum();
        all.addAll(Collections.nCopies(first - size, Opcodes.TOP));
        all.addAll(Collections.nCopies(marks.size(), STRING));
        return all.toArray();
    }

    /** The first local variable that nothing has used. */
    int mostUsed() {
        return mostUsed;
    }
}
