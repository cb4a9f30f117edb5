package dev.lungfish.processor.weave;

import dev.lungfish.checker.residual.ResidualCheck.Kind;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Inserts calls before instructions of one method. Operands above the one that is looked at rest meanwhile in local variables that the method
 * does not use, so that neither jumps nor stack maps change.
 */
final class MethodWeaver extends ClassScan.Takers {
    private static final String CHECKS = "dev/lungfish/runtime/Checks";
    private static final int MOST_PUSHED = 3;

    private final Map<Integer, List<Insertion>> insertions;
    private final int firstFree;
    private int mostFree;

    MethodWeaver(MethodVisitor to, Map<Integer, List<Insertion>> insertions, int firstFree) {
        super(to);
        this.insertions = insertions;
        this.firstFree = firstFree;
        this.mostFree = firstFree;
    }

    @Override
    boolean take(Instruction instruction, int number) {
        boolean replaced = false;
        for (Insertion insertion : insertions.getOrDefault(number, List.of())) {
            if (insertion.kind() == Kind.FREEZE_OWNED) {
                freezeOwned(instruction, insertion);
                replaced = true;
            } else if (insertion.kind() == Kind.ON_THREAD) {
                onThread(insertion);
            } else {
                insert(insertion, operandsAbove(instruction, insertion.spot().operand()), instruction.kind() == Instruction.Kind.ARRAY_LENGTH);
            }
        }
        return replaced;
    }

    /** The same freeze, told that nobody else refers to what it freezes. */
    private void freezeOwned(Instruction freeze, Insertion mark) {
        mv.visitLdcInsn(mark.site());
        boolean region = Type.getArgumentTypes(freeze.descriptor()).length == 0;
        mv.visitMethodInsn(Opcodes.INVOKESTATIC, CHECKS, region ? "freezeOwnedRegion" : "freezeOwned",
                "(" + (region ? "Ldev/lungfish/runtime/Region;" : "Ljava/lang/Object;") + "Ljava/lang/String;)Ljava/lang/Object;", false);
    }

    /** The types of the operands that lie above this one on the stack, the lowest first. */
    private static Type[] operandsAbove(Instruction instruction, int operand) {
        Type[] above = switch (instruction.kind()) {
            case CALL -> Type.getArgumentTypes(instruction.descriptor());
            case ARRAY_LENGTH -> new Type[0];
            case GET_FIELD -> new Type[0];
            case PUT_FIELD -> new Type[] {Type.getType(instruction.descriptor())};
            case PUT_ELEMENT -> new Type[] {Type.INT_TYPE, Type.getType(instruction.descriptor())};
        };
        return java.util.Arrays.copyOfRange(above, operand + 1, above.length);
    }

    private void insert(Insertion insertion, Type[] above, boolean isArray) {
        int local = firstFree;
        for (int i = above.length - 1; i >= 0; i--) {
            mv.visitVarInsn(above[i].getOpcode(Opcodes.ISTORE), local);
            local += above[i].getSize();
        }
        mostFree = Math.max(mostFree, local);
        mv.visitInsn(Opcodes.DUP);
        call(insertion, isArray);
        for (Type type : above) {
            local -= type.getSize();
            mv.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
        }
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
            case FREEZE_OWNED, ON_THREAD -> throw new IllegalStateException("looks at no operand: " + insertion.kind());
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
        super.visitMaxs(maxStack + MOST_PUSHED, Math.max(maxLocals, mostFree));
    }
}
