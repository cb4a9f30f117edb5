package dev.lungfish.processor.weave;

import java.util.Arrays;
import org.objectweb.asm.Type;

/**
 * An instruction that takes a value which a check can look at.
 *
 * @param kind what it does
 * @param owner internal name of the class a constructor belongs to; empty for everything else, whose owner in the class file depends on the
 *     type of the expression it is called on
 * @param name of the method or field; empty if there is none
 * @param descriptor of the method, or {@link #ANY}
 */
record Instruction(Kind kind, String owner, String name, String descriptor) {
    /** Stands for whatever descriptor the compiler has chosen. */
    static final String ANY = "*";
    static final String CONSTRUCTOR = "<init>";

    /** What an instruction does. */
    enum Kind {
        CALL, ARRAY_LENGTH, PUT_FIELD, GET_FIELD, PUT_ELEMENT, GET_ELEMENT
    }

    static Instruction call(String owner, String name, String descriptor) {
        return new Instruction(Kind.CALL, name.equals(CONSTRUCTOR) ? owner : "", name, descriptor);
    }

    static Instruction arrayLength() {
        return new Instruction(Kind.ARRAY_LENGTH, "", "", ANY);
    }

    static Instruction putField(String name, String descriptor) {
        return new Instruction(Kind.PUT_FIELD, "", name, descriptor);
    }

    /** The read of a field, be it of an object or of a class. */
    static Instruction getField(String name, String descriptor) {
        return new Instruction(Kind.GET_FIELD, "", name, descriptor);
    }

    /** A write to an array; the descriptor is that of what is written, as far as the instruction tells. */
    static Instruction putElement(String descriptor) {
        return new Instruction(Kind.PUT_ELEMENT, "", "", descriptor);
    }

    /** The read of an element of an array. */
    static Instruction getElement() {
        return new Instruction(Kind.GET_ELEMENT, "", "", ANY);
    }

    /** Whether this one, from a source, is that one, from a class file. */
    boolean matches(Instruction compiled) {
        return kind == compiled.kind && owner.equals(compiled.owner) && name.equals(compiled.name)
                && (descriptor.equals(ANY) || descriptor.equals(compiled.descriptor));
    }

    /** The types of the operands that lie above this one on the stack, the lowest first. For an instruction of a class file. */
    Type[] operandsAbove(int operand) {
        Type[] above = switch (kind) {
            case CALL -> Type.getArgumentTypes(descriptor);
            case ARRAY_LENGTH, GET_FIELD -> new Type[0];
            case GET_ELEMENT -> new Type[] {Type.INT_TYPE};
            case PUT_FIELD -> new Type[] {Type.getType(descriptor)};
            case PUT_ELEMENT -> new Type[] {Type.INT_TYPE, Type.getType(descriptor)};
        };
        return Arrays.copyOfRange(above, operand + 1, above.length);
    }

    /** A constructor call has no line of its own: it stands on that of its last argument. */
    boolean hasLine() {
        return !name.equals(CONSTRUCTOR);
    }
}
