package dev.lungfish.processor.weave;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The operands that lie on the stack above one that is looked at. Meanwhile they rest in local variables that the method does not use.
 *
 * @param types their types, the lowest first
 * @param local the first local variable for them
 */
record Operands(Type[] types, int local) {
    static Operands above(int operand, Instruction instruction, int firstFree) {
        return new Operands(instruction.operandsAbove(operand), firstFree);
    }

    /** The first local variable behind them. */
    int end() {
        int end = local;
        for (Type type : types) {
            end += type.getSize();
        }
        return end;
    }

    void store(MethodVisitor to) {
        int at = local;
        for (int i = types.length - 1; i >= 0; i--) {
            to.visitVarInsn(types[i].getOpcode(Opcodes.ISTORE), at);
            at += types[i].getSize();
        }
    }

    void load(MethodVisitor to) {
        int at = end();
        for (Type type : types) {
            at -= type.getSize();
            to.visitVarInsn(type.getOpcode(Opcodes.ILOAD), at);
        }
    }
}
