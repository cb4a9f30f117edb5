package dev.lungfish.checker.flow;

import dev.lungfish.checker.javac.Program;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Names of classes and their members as class files have them: the same whether the compiler read a source or a class file. */
record MemberKeys(Program program) {
    /** The class as its file is called, its package left out, then the method with its erased types: {@code Cart$Line#add(I)V}. */
    String of(ExecutableElement method) {
        StringBuilder key = new StringBuilder(named(method)).append('(');
        for (VariableElement parameter : method.getParameters()) {
            append(parameter.asType(), key);
        }
        append(method.getReturnType(), key.append(')'));
        return key.toString();
    }

    /** The class, then the field: {@code Cart$Line#count}. */
    String of(VariableElement field) {
        return named(field);
    }

    private String named(Element member) {
        TypeElement owner = (TypeElement) member.getEnclosingElement();
        String pack = program.elements().getPackageOf(owner).getQualifiedName().toString();
        String binary = program.elements().getBinaryName(owner).toString();
        return (pack.isEmpty() ? binary : binary.substring(pack.length() + 1)) + "#" + member.getSimpleName();
    }

    /** The class without a class around it; null for what belongs to all arrays. */
    static TypeElement topLevel(Element member) {
        for (Element at = member; at != null; at = at.getEnclosingElement()) {
            if (at instanceof TypeElement type && type.getNestingKind() == NestingKind.TOP_LEVEL) {
                return at.getEnclosingElement() instanceof PackageElement ? type : null;
            }
        }
        return null;
    }

    private void append(TypeMirror type, StringBuilder to) {
        TypeMirror erased = type.getKind() == TypeKind.VOID ? type : program.types().erasure(type);
        switch (erased.getKind()) {
            case VOID -> to.append('V');
            case BOOLEAN -> to.append('Z');
            case BYTE -> to.append('B');
            case CHAR -> to.append('C');
            case SHORT -> to.append('S');
            case INT -> to.append('I');
            case LONG -> to.append('J');
            case FLOAT -> to.append('F');
            case DOUBLE -> to.append('D');
            case ARRAY -> append(((ArrayType) erased).getComponentType(), to.append('['));
            default -> to.append('L').append(program.types().asElement(erased) instanceof TypeElement element
                    ? program.elements().getBinaryName(element).toString().replace('.', '/') : erased.toString()).append(';');
        }
    }
}
