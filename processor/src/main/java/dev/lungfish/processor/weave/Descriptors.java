package dev.lungfish.processor.weave;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Types as class files write them. Holds no state of its own. */
final class Descriptors {
    private final Elements elements;
    private final Types types;

    Descriptors(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** The descriptor of a method as it is declared; a constructor's may have parameters more that the compiler adds. */
    String of(ExecutableElement method) {
        StringBuilder text = new StringBuilder("(");
        for (VariableElement parameter : method.getParameters()) {
            text.append(of(parameter.asType()));
        }
        return text.append(')').append(method.getSimpleName().contentEquals(Instruction.CONSTRUCTOR) ? "V" : of(method.getReturnType())).toString();
    }

    /** The internal name of a class. */
    String nameOf(TypeElement type) {
        return elements.getBinaryName(type).toString().replace('.', '/');
    }

    /** The descriptor of a type. */
    String of(TypeMirror type) {
        TypeMirror erased = types.erasure(type);
        return switch (erased.getKind()) {
            case BOOLEAN -> "Z";
            case BYTE -> "B";
            case SHORT -> "S";
            case CHAR -> "C";
            case INT -> "I";
            case LONG -> "J";
            case FLOAT -> "F";
            case DOUBLE -> "D";
            case VOID -> "V";
            case ARRAY -> "[" + of(((ArrayType) erased).getComponentType());
            default -> "L" + nameOf((TypeElement) ((DeclaredType) erased).asElement()) + ";";
        };
    }
}
