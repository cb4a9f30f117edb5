package dev.lungfish.processor.weave;

import dev.lungfish.checker.residual.ResidualCheck.Kind;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Inserts calls before instructions of one method. Neither jumps nor stack maps change, unless there are marks of names: those are in all frames.
 */
final class MethodWeaver extends ClassScan.Takers {
    static final String CHECKS = "dev/lungfish/runtime/Checks";
    private static final int MOST_PUSHED = 3;

    private final Map<Integer, List<Insertion>> insertions;
    private final MarkWriter names;
    private int mostFree;

    /** @param firstFree the first local variable that the method does not use */
    MethodWeaver(MethodVisitor to, Map<Integer, List<Insertion>> insertions, List<Mark> marks, int firstFree) {
        super(to);
        this.insertions = insertions;
        this.names = new MarkWriter(to, marks, firstFree);
        this.mostFree = names.firstFree();
    }

    @Override
    public void visitCode() {
        super.visitCode();
        names.begin();
    }

    @Override
    public void visitVarInsn(int opcode, int local) {
        super.visitVarInsn(opcode, local);
        if (opcode == Opcodes.ASTORE) {
            names.stored(local);
        }
    }

    @Override
    public void visitFrame(int type, int localCount, Object[] locals, int stackCount, Object[] stack) {
        if (type == Opcodes.F_NEW) {
            Object[] all = names.withMarks(localCount, locals);
            super.visitFrame(type, all.length, all, stackCount, stack);
        } else {
            super.visitFrame(type, localCount, locals, stackCount, stack);
        }
    }

    @Override
    boolean take(Instruction instruction, int number) {
        names.before(instruction, number);
        boolean replaced = false;
        for (Insertion insertion : insertions.getOrDefault(number, List.of())) {
            if (insertion.kind() == Kind.FREEZE_OWNED) {
                freezeOwned(instruction, insertion);
                replaced = true;
            } else if (insertion.kind() == Kind.ON_THREAD) {
                onThread(insertion);
            } else {
                insert(insertion, Operands.above(insertion.spot().operand(), instruction, names.firstFree()), instruction.kind() == Instruction.Kind.ARRAY_LENGTH);
            }
        }
        return replaced;
    }

    @Override
    void taken(int number) {
        names.after(number);
    }

    /** The same freeze, told that nobody else refers to what it freezes. */
    private void freezeOwned(Instruction freeze, Insertion mark) {
        mv.visitLdcInsn(mark.site());
        boolean region = Type.getArgumentTypes(freeze.descriptor()).length == 0;
        mv.visitMethodInsn(Opcodes.INVOKESTATIC, CHECKS, region ? "freezeOwnedRegion" : "freezeOwned",
                "(" + (region ? "Ldev/lungfish/runtime/Region;" : "Ljava/lang/Object;") + "Ljava/lang/String;)Ljava/lang/Object;", false);
    }

    private void insert(Insertion insertion, Operands above, boolean isArray) {
        above.store(mv);
        mostFree = Math.max(mostFree, above.end());
        mv.visitInsn(Opcodes.DUP);
        call(insertion, isArray);
        above.load(mv);
    }

    private void call(Insertion insertion, boolean isArray) {
        insertion.way().forEach(field -> mv.visitFieldInsn(Opcodes.GETFIELD, field.owner(), field.name(), field.descriptor()));
        mv.visitLdcInsn(insertion.site());
        switch (insertion.kind()) {
            case ISOLATED -> callWithReason(insertion, "isolated", "Ljava/lang/Object;");
            case DISJOINT -> callWithReason(insertion, "disjoint", isArray ? "[Ljava/lang/Object;" : "Ljava/lang/Iterable;");
            case NOT_FROZEN -> callWithoutReason("notFrozen");
            case HELD -> callWithoutReason("held");
            case UNAWARE -> callWithoutReason("touchedByUnaware");
            case FREEZE_OWNED, ON_THREAD, NOT_MOVED -> throw new IllegalStateException("looks at no operand: " + insertion.kind());
        }
    }

    private void callWithoutReason(String check) {
        mv.visitMethodInsn(Opcodes.INVOKESTATIC, CHECKS, check, "(Ljava/lang/Object;Ljava/lang/String;)V", false);
    }

    private void onThread(Insertion insertion) {
        mv.visitLdcInsn(insertion.check().detail());
        mv.visitLdcInsn(insertion.site());
        mv.visitMethodInsn(Opcodes.INVOKESTATIC, CHECKS, "onThread", "(Ljava/lang/String;Ljava/lang/String;)V", false);
    }

    private void callWithReason(Insertion insertion, String check, String what) {
        mv.visitLdcInsn(insertion.why());
        mv.visitMethodInsn(Opcodes.INVOKESTATIC, CHECKS, check, "(" + what + "Ljava/lang/String;Ljava/lang/String;)V", false);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(maxStack + MOST_PUSHED, Math.max(mostFree, names.mostUsed()));
    }
}
