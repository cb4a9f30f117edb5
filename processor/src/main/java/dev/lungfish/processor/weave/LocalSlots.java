package dev.lungfish.processor.weave;

import dev.lungfish.processor.weave.ClassScan.Compiled;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/** Which local variables of a compiled method the instructions take their operands from, whether or not it has debug information. */
final class LocalSlots {
    private final MethodNode method;
    private final List<AbstractInsnNode> takers = new ArrayList<>();
    private final Frame<SourceValue>[] sources;
    private final Frame<BasicValue>[] types;

    /**
     * Follows the values through a method.
     *
     * @param owner internal name of its class
     * @throws AnalyzerException if it is not valid
     */
    LocalSlots(String owner, MethodNode method) throws AnalyzerException {
        this.method = method;
        for (AbstractInsnNode instruction : method.instructions) {
            instruction.accept(new ClassScan.Takers(null) {
                @Override
                boolean take(Instruction taker, int number) {
                    takers.add(instruction);
                    return false;
                }
            });
        }
        sources = new Analyzer<>(new Loads()).analyze(owner, method);
        types = new Analyzer<>(new BasicInterpreter()).analyze(owner, method);
    }

    /** The local variable whose value is this operand of the instruction, or -1 if it comes from elsewhere. */
    int of(Compiled taker, int operand) {
        Frame<SourceValue> frame = sources[at(takers.get(taker.number()))];
        if (frame == null) {
            return -1;
        }
        SourceValue value = frame.getStack(frame.getStackSize() - 1 - taker.instruction().operandsAbove(operand).length);
        return value.insns.size() == 1 && value.insns.iterator().next() instanceof VarInsnNode load && load.getOpcode() == Opcodes.ALOAD ? load.var : -1;
    }

    /** Whether the local variable has an object, or null, before the instruction with this number. */
    boolean isReference(int slot, int taker) {
        Frame<BasicValue> frame = types[at(takers.get(taker))];
        return frame != null && frame.getLocal(slot) == BasicValue.REFERENCE_VALUE;
    }

    private int at(AbstractInsnNode instruction) {
        return method.instructions.indexOf(instruction);
    }

    /** Where values are loaded: copies on the stack and casts change nothing of that. */
    private static final class Loads extends SourceInterpreter {
        Loads() {
            super(ClassScan.API);
        }

        @Override
        public SourceValue copyOperation(AbstractInsnNode instruction, SourceValue value) {
            return instruction instanceof VarInsnNode ? super.copyOperation(instruction, value) : value;
        }

        @Override
        public SourceValue unaryOperation(AbstractInsnNode instruction, SourceValue value) {
            return instruction.getOpcode() == Opcodes.CHECKCAST ? value : super.unaryOperation(instruction, value);
        }
    }
}
